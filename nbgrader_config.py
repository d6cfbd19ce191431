# The course as nbgrader sees it. Every stock nbgrader command works in this folder.
c = get_config()  # noqa: F821  (nbgrader provides it)

c.CourseDirectory.course_id = "log2attn"

# The part of an answer that the learner writes is replaced by this. It raises, so that nobody mistakes a stub for an answer.
c.ClearSolutions.code_stub = {"python": "# your code here\nraise NotImplementedError"}
c.ClearSolutions.text_stub = "*Write your answer here: double-click, or press Enter, to edit this cell.*"

# A cell that never ends costs its own marks and no more.
c.Execute.timeout = 60
c.Execute.interrupt_on_timeout = True
c.Execute.error_on_timeout = {"ename": "TimeoutError", "evalue": "This cell took longer than a minute.", "traceback": []}

# A file that arrives through an LMS or a download folder, for `nbgrader zip_collect`: LEARNER_day-03-logarithms.ipynb,
# also with what browsers and learning platforms add: "LEARNER_day-03-logarithms (1).ipynb", "LEARNER_12345_day-03-logarithms-2.ipynb".
c.FileNameCollectorPlugin.named_regexp = r".*/(?P<student_id>[^/_]+)_(?:.*_)?(?P<file_id>day-\d\d-[a-z-]*[a-z])(?:[- ]?\(?\d+\)?)?\.ipynb"

# The kernel listens on this machine only; its warning about unencrypted TCP would stand on every grading.
c.Execute.extra_arguments = ["--IPKernelApp.log_level=ERROR"]
