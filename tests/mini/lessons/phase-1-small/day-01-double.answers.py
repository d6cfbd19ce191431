import numpy as np

from log2attn.authoring import also_right, hints, mistake, why


@also_right("d01-double")
def double(x):
    return np.add(x, x) if isinstance(x, np.ndarray) else x + x


@mistake("d01-double", "You returned the square; twice 3 is 6, and 3 squared is 9.", caught_by="visible")
def double(x):
    return x**2


@mistake("d01-double", "You added two instead of multiplying by two.", caught_by="visible")
def double(x):
    return x + 2


@mistake("d01-double", "You returned whole numbers only: the part after the point is gone.", caught_by="hidden")
def double(x):
    return 2 * np.round(x) if isinstance(x, np.ndarray) else 2 * x


hints("d01-double", "What is 3 + 3?", "Multiply by two.", "return 2 * x")
why("d01-double", "Multiplication by two is adding a number to itself, for arrays as for numbers.")


@mistake("d01-Counter", "You counted down.", caught_by="visible")
class Counter(Counter):
    def up(self, by):
        return Counter(self.count - by)


@mistake("d01-Counter", "You changed the counter itself instead of making a new one.", caught_by="hidden")
class Counter(Counter):
    def up(self, by):
        self.count += by
        return self


@mistake("d01-Counter", "Twice added two.", caught_by="hidden")
class Counter(Counter):
    def twice(self):
        return Counter(self.count + 2)


hints("d01-Counter", "Return a new object.", "Counter(...) makes one.", "Counter(self.count + by)")
why("d01-Counter", "A new object for each result leaves the old one for whoever still holds it.")
