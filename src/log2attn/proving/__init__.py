"""Do the checks catch wrong answers and accept right ones? Answers and mutants are tried here, and results kept by content."""
