"""The learner's side of the grader. Nothing here knows a test, a score or another learner.

A zygote imports what notebooks import, once; for each submission it forks a worker, which locks itself in, runs the learner's
cells and answers what the tester asks.
"""
