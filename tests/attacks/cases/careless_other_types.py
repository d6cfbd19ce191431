"""Right answers of other types: lists for arrays, numpy's numbers for Python's, float32."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.body("softmax", "return list({right}(z))")
    s.body("find_root", "return np.array({right}(f, low, high))")
    s.body("pick", "return np.int64({right}(p, rng))")
    s.body("first_over", "got = {right}(numbers, bound)\nreturn got if got is None else float(got)")
    s.body("scaler", "f = {right}(low, high)\nreturn lambda x: np.float64(f(x))")
    s.cell("answer").source = "answer = 1024.0"
