"""Who runs when: the course folder, workers on demand, a pool of children, verdicts remembered."""
