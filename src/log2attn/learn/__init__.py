"""What a learner's kernel imports: numpy, matplotlib, IPython and the standard library. Nothing here knows the course's tools."""
