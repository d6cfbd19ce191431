"""The side that knows the tests: it runs them, asks the worker about the learner's names, and says what came of it."""
