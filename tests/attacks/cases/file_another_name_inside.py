"""The notebook's metadata and its nbgrader data name another learner, another assignment and other files."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    s.notebook.metadata.update(
        {
            "learner": "zoe",
            "student_id": "zoe",
            "assignment": "../../../zoe",
            "name": "zoe",
            "path": "../../zoe/ps1/ps1.ipynb",
            "nbgrader": {"student": "zoe"},
        }
    )
    for cell in s.graded():
        cell.metadata.nbgrader.update({"student_id": "zoe", "notebook": "../../zoe/ps1/ps1"})
    s.file("student.txt", "zoe")
    s.file("info.json", '{"student": "zoe", "first_name": "Zoe"}')
