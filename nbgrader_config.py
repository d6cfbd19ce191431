# The course as nbgrader sees it. Every stock nbgrader command works in this folder.
c = get_config()  # noqa: F821  (nbgrader provides it)

c.CourseDirectory.course_id = "log2attn"

# The part of an answer that the learner writes is replaced by this. It raises, so that nobody mistakes a stub for an answer.
c.ClearSolutions.code_stub = {"python": "# your code here\nraise NotImplementedError"}
c.ClearSolutions.text_stub = "*Write your answer here: double-click, or press Enter, to edit this cell.*"

# A cell that never ends costs its own marks and no more.
c.Execute.timeout = 60
c.Execute.interrupt_on_timeout = True
c.Execute.error_on_timeout = {
    "ename": "TimeoutError",
    "evalue": "This cell took longer than a minute.",
    "traceback": [],
}

# log2attn grade ends a cell sooner: its limit grows with what the reference took (docs/grading.md).
c.Log2attn.seconds = 10

# Whose notebook, of which day: what `nbgrader zip_collect` reads in the names of downloaded files. An id may hold dots, hyphens and underscores.
#   learner-01_day-03-logarithms.ipynb                                 named by hand; also learner-01_phase-1-ai.zip with the notebooks in it
#   one_3143_207797_day-03-logarithms-1.ipynb                          Canvas; also one_LATE_3143_…
#   Learner One_4711_assignsubmission_file_/day-03-logarithms.ipynb    Moodle; also without folders, …_file_day-03-…
# Around the day's name, what browsers, JupyterLab and Colab add to a copy may stand: "Copy of ", " (1)", "(1)", "-1", "-Copy1".
# Where Canvas or Moodle wrote a name, theirs counts: no file a learner puts in their own upload is taken for somebody else's.
c.FileNameCollectorPlugin.named_regexp = r"""(?x)
    .*/extracted/
    (?!(?:.*/)?(?:\.|__MACOSX/))                       # not what macOS and Jupyter hide in archives
    (?:[^/]+/)*?
    (?P<student_id>[^/]+?)
    (?: (?:(?:_LATE)?_\d+_\d+_|_\d+_assignsubmission_file(?:_/|_|/))  (?:.*/)?  (?:[^/]*_)?
      | _phase-\d-[a-z]+[^/_]*/  (?:phase-\d-[a-z]+/)?
      | _
    )
    (?:Copy[ +_]of[ +_])?
    (?P<file_id>day-\d\d-[a-z0-9-]*?[a-z])
    (?:-Copy\d+|-\d+|[ +_]?\(\d+\))?
    \.ipynb$"""

# A downloaded notebook that is none of the phase's is left where it is, with a warning.
c.ZipCollectApp.strict = True

# The kernel listens on this machine only; its warning about unencrypted TCP would stand on every grading.
c.Execute.extra_arguments = ["--IPKernelApp.log_level=ERROR"]
