"""numpy's errors, printing and seed are changed for the whole notebook, and warnings made errors."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before(
        "np.seterr(all='ignore')\nnp.set_printoptions(precision=1)\nnp.random.seed(0)\nplt.rcParams['lines.linewidth'] = 9\nplt.style.use('ggplot')\nimport os\nos.chdir('/')"
    )
