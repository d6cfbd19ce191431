"""What crosses between a learner's process and the tester, and nothing else: values, messages, questions and answers."""
