"""The seeded generator comes back in a state that no generator can be in."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.body(
        "pick",
        """state = rng.bit_generator.state
for evil in ({**state, "bit_generator": "os"}, {**state, "state": {"state": 2**127, "inc": 0}}, {**state, "has_uint32": 7}):
    try:
        rng.bit_generator.state = evil
    except Exception:
        pass
class Bits(np.random.MT19937):
    @property
    def state(self):
        return {"bit_generator": "PCG64", "state": {"state": -1, "inc": "x" * 10**6}, "has_uint32": [], "uinteger": None}
    @state.setter
    def state(self, value):
        pass
return np.random.Generator(Bits(1))""",
    )
