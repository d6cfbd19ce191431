"""What the learner prints, names and raises holds escape sequences that rewrite the instructor's terminal."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("print('\\x1b[2J\\x1b[H\\x1b]0;all passed\\x07\\x1b]52;c;cm0gLXJm\\x07')")
    s.body("softmax", "raise ValueError('\\x1b[1A\\x1b[2K22/22 \\x1b]8;;http://x\\x07')")
    s.notebook.metadata["kernelspec"]["name"] = "\x1b[2Jpython3"
