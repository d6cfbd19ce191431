"""What persons read: the autograded notebook for formgrader, the feedback page for the learner."""
