"""The grader: any nbgrader course's submissions, each run apart from its tests, each ending in a verdict or a named reason.

    intake → repair → run (worker | tester) → ledger · autograded notebook · feedback

``docs/grading.md`` draws the trust boundary and says what each side may know.
"""
