"""The course as data: its days, its folders, its errors. Standard library only."""
