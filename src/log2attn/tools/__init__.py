"""Tools: each third-party library has one door here. Tools know the core and the learner's package, never a job."""
