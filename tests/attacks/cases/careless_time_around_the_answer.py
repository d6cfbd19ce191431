"""%%time, %%capture and %%timeit -n1 -r1 stand at the top of answer cells."""

from course import MAX, RIGHT, worth

KIND, GROUP = "careless", "careless"
DESERVED = MAX
LEAST = MAX - worth("to_base")  # %%timeit binds no names, in any notebook


def apply(s):
    s.right()
    s.cell("softmax").source = "%%time\n" + RIGHT["softmax"]
    s.cell("pick").source = "%%capture\n" + RIGHT["pick"]
