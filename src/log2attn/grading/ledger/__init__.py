"""nbgrader's gradebook, through one writer."""
