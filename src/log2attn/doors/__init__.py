"""Doors to third-party formats that several rooms use: notebook files (nbformat) and nbgrader itself."""
