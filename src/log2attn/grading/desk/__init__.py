"""What an instructor reads: the class's marks, what each task showed, and who and what needs somebody."""
