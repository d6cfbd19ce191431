"""Right and wrong answers to day 32: curvature, the Hessian and Taylor."""

import numpy as np

from log2attn.authoring import also_right, equivalent, hints, mistake, why
from log2attn.toolbox import is_psd, numgrad, rank

# ---------------------------------------------------------------- d32-review


@also_right("d32-review")
def review_32(joint):
    return sum(max(a, b) for a, b in zip(joint[0], joint[1]))


@also_right("d32-review")
def review_32(joint):
    return (joint.sum() + abs(joint[0] - joint[1]).sum()) / 2


@mistake("d32-review", "You took the larger of each row. For each kind, that is each column, the classifier may say another class.", caught_by="visible")
def review_32(joint):
    return joint.max(axis=1).sum()


@mistake("d32-review", "Your answer is the larger of the two class shares: that of a classifier that says the same class for every kind.", caught_by="visible")
def review_32(joint):
    return joint.sum(axis=1).max()


@mistake("d32-review", "You returned the share of errors. The other one is wanted.", caught_by="visible")
def review_32(joint):
    return joint.min(axis=0).sum()


@mistake("d32-review", "You returned the largest entry of the table. Every column contributes its larger one.", caught_by="visible")
def review_32(joint):
    return joint.max()


@mistake("d32-review", "You returned the larger share of each column. Their sum is the accuracy.", caught_by="visible")
def review_32(joint):
    return joint.max(axis=0)


@mistake("d32-review", "You took the mean over the columns. The entries are shares of all pictures already: add them.", caught_by="visible")
def review_32(joint):
    return joint.max(axis=0).mean()


@mistake("d32-review", "You weighted all kinds alike: the larger entry of each column was divided by the column. The shares add as they are.", caught_by="visible")
def review_32(joint):
    return (joint.max(axis=0) / joint.sum(axis=0)).mean()


@mistake("d32-review", "You counted the columns in which the first class is more frequent, or their share of the columns. Add up shares of pictures.", caught_by="visible")
def review_32(joint):
    return (joint[0] > joint[1]).mean()


@mistake("d32-review", "Your answer is the share of the first class. In a column where the second is more frequent, the second counts.", caught_by="visible")
def review_32(joint):
    return joint[0].sum()


@mistake("d32-review", "Your answer is the share of the second class. In a column where the first is more frequent, the first counts.", caught_by="visible")
def review_32(joint):
    return joint[1].sum()


@mistake("d32-review", "You returned the place of the more frequent class. Its share is wanted.", caught_by="visible")
def review_32(joint):
    return joint.argmax(axis=0).sum()


@mistake("d32-review", "You divided each column by its sum first. The entries are shares of all pictures already: add the larger ones as they are.", caught_by="visible")
def review_32(joint):
    return (joint / joint.sum(axis=0)).max(axis=0).sum()


@mistake("d32-review", "You added how far the rows lie apart. Asked is the larger share of each column.", caught_by="visible")
def review_32(joint):
    return abs(joint[0] - joint[1]).sum()


@mistake("d32-review", "Only the first column counts in your answer: you return before the others have been added.", caught_by="visible")
def review_32(joint):
    total = 0
    for m in range(joint.shape[1]):
        total += max(joint[0, m], joint[1, m])
        return total


@mistake("d32-review", "You multiplied the larger shares. They are shares of all pictures, and add up.", caught_by="visible")
def review_32(joint):
    return joint.max(axis=0).prod()


@mistake("d32-review", "You added the diagonal, as if class 0 belonged to the first kind and class 1 to the second.", caught_by="visible")
def review_32(joint):
    return np.trace(joint)


@mistake("d32-review", "Your answer is the share of the most frequent kind. In every kind the classifier is right for one class: add the larger entries.", caught_by="visible")
def review_32(joint):
    return joint.sum(axis=0).max()


@mistake("d32-review", "You looked at the first two columns only. len(joint) counts the rows; the columns are joint.shape[1].", caught_by="visible")
def review_32(joint):
    total = 0
    for m in range(min(2, joint.shape[1])):
        total += max(joint[0, m], joint[1, m])
    return total


@mistake("d32-review", "You looked at the first two columns only. len(joint) counts the rows; the columns are joint.shape[1].", caught_by="visible")
def review_32(joint):
    total = 0
    for m in range(len(joint)):
        total += max(joint[0, m], joint[1, m])
    return total


@mistake("d32-review", "Where both classes are equally frequent your answer counts neither. One of them is right.", caught_by="hidden")
def review_32(joint):
    first, second = joint
    return first[first > second].sum() + second[second > first].sum()


@mistake("d32-review", "Where both classes are equally frequent your answer counts both. Only one of them can be said.", caught_by="hidden")
def review_32(joint):
    first, second = joint
    return first[first >= second].sum() + second[second >= first].sum()


@mistake("d32-review", "The last column is left out of your sum.", caught_by="visible")
def review_32(joint):
    return sum(max(joint[0, m], joint[1, m]) for m in range(joint.shape[1] - 1))


@mistake("d32-review", "Only the columns in which the first class is more frequent count in your answer. In the others the second class is said.", caught_by="visible")
def review_32(joint):
    first, second = joint
    return np.where(first > second, first, 0).sum()


@mistake("d32-review", "Your answer is a half for every table: the mean of each column's two shares adds up to half of all. The larger one counts.", caught_by="visible")
def review_32(joint):
    return joint.mean(axis=0).sum()


hints(
    "d32-review",
    "For one kind of picture: which class does the best classifier say, and how often is it right?",
    "joint.max(axis=0) holds the larger share of each column.",
    "joint.max(axis=0).sum().",
)
why(
    "d32-review",
    "Within a column nothing tells the classes apart, so the best one can do is to say the more frequent one; the entries are shares of all pictures and add up.",
)


# ---------------------------------------------------------------- d32-taylor2


@also_right("d32-taylor2")
def taylor2(f0, g, H, dx):
    return f0 + dx @ (g + H @ dx / 2)


@also_right("d32-taylor2")
def taylor2(f0, g, H, dx):
    n = len(dx)
    plane = sum(g[i] * dx[i] for i in range(n))
    sheet = sum(H[i, j] * dx[i] * dx[j] for i in range(n) for j in range(n))
    return f0 + plane + 0.5 * sheet


@mistake("d32-taylor2", "The ½ in front of the curved part is missing.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + dx @ H @ dx


@mistake("d32-taylor2", "Your forecast is the tilted plane: the curved part is missing.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx


@mistake("d32-taylor2", "The step occurs once in your curved part, so a list comes out. It occurs twice, once on each side of H.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + H @ dx / 2


@mistake("d32-taylor2", "The curved part is taken away. It is added; its own sign says which way the ground bends.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx - dx @ H @ dx / 2


@mistake("d32-taylor2", "The slope's part is taken away. It is added.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 - g @ dx + dx @ H @ dx / 2


@mistake("d32-taylor2", "The height at the place is missing: you returned the change.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return g @ dx + dx @ H @ dx / 2


@mistake("d32-taylor2", "The slope's part is missing.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + dx @ H @ dx / 2


@mistake("d32-taylor2", "Only the diagonal of H has a say in your curved part. The mixed second derivatives count as well.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + np.diag(H) @ dx**2 / 2


@mistake("d32-taylor2", "You halved the slope's part, too. The ½ belongs to the curved part alone.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + (g @ dx + dx @ H @ dx) / 2


@mistake("d32-taylor2", "The curved part was made with the gradient: the step belongs on both sides of H.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + g @ H @ dx / 2


@mistake("d32-taylor2", "You multiplied entry by entry, so a list or a table comes out. The parts are dot products: one number.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g * dx + dx * H * dx / 2


@mistake("d32-taylor2", "Your ½ is a square: (½ d) on both sides makes a quarter.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + (dx / 2) @ H @ (dx / 2)


@mistake("d32-taylor2", "Everything is halved, the height too. The ½ belongs to the curved part alone.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return (f0 + g @ dx + dx @ H @ dx) / 2


@mistake("d32-taylor2", "You squared the entries of the step one by one. A mixed second derivative meets the product of two different entries.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + (H @ dx**2).sum() / 2


@mistake("d32-taylor2", "The step has no say in your curved part: it has to stand on both sides of H.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + 0.5 * H.sum()


@mistake("d32-taylor2", "Your curved part knows the sum of the diagonal and the length of the step only. The direction matters.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + 0.5 * np.trace(H) * (dx @ dx)


@mistake("d32-taylor2", "The ½ stands in front of the slope's part. It belongs to the curved part.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx / 2 + dx @ H @ dx


@mistake("d32-taylor2", "The Hessian occurs twice in your curved part. The step does, H stands once between.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + dx @ H @ H @ dx / 2


@mistake("d32-taylor2", "The change was multiplied by the height. It is added to it.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 * (1 + g @ dx + dx @ H @ dx / 2)


@mistake("d32-taylor2", "Your curved part is divided by 6, which belongs to the third derivative. Here it is 2.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + dx @ H @ dx / 6


@mistake("d32-taylor2", "You squared the curved part. The step occurs twice in it already.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + 0.5 * (dx @ H @ dx) ** 2


@mistake("d32-taylor2", "The entries of H below the diagonal have no say: a mixed second derivative occurs twice, at (i, j) and at (j, i).", caught_by="visible")
def taylor2(f0, g, H, dx):
    n = len(dx)
    sheet = sum(H[i, j] * dx[i] * dx[j] for i in range(n) for j in range(i, n))
    return f0 + g @ dx + 0.5 * sheet


@mistake("d32-taylor2", "Only the first entry of the step counts with its slope, and the first row of H: you return before the others.", caught_by="visible")
def taylor2(f0, g, H, dx):
    total = f0
    for i in range(len(dx)):
        total += g[i] * dx[i]
        for j in range(len(dx)):
            total += 0.5 * H[i, j] * dx[i] * dx[j]
        return total


@mistake("d32-taylor2", "The sum of the slopes was multiplied by the sum of the step. Each slope meets its own entry of the step: a dot product.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g.sum() * dx.sum() + 0.5 * dx @ H @ dx


@mistake("d32-taylor2", "The curved part has lost its sign. Where the ground bends down it is below 0.", caught_by="visible")
def taylor2(f0, g, H, dx):
    return f0 + g @ dx + 0.5 * abs(dx @ H @ dx)


@mistake("d32-taylor2", "The diagonal of H has no say in your curved part.", caught_by="visible")
def taylor2(f0, g, H, dx):
    n = len(dx)
    sheet = sum(H[i, j] * dx[i] * dx[j] for i in range(n) for j in range(n) if i != j)
    return f0 + g @ dx + 0.5 * sheet


@mistake("d32-taylor2", "Your step was brought to length 1. How far it goes counts, in the curved part twice.", caught_by="visible")
def taylor2(f0, g, H, dx):
    u = dx / max(np.linalg.norm(dx), 1e-300)
    return f0 + g @ u + 0.5 * u @ H @ u


hints(
    "d32-taylor2",
    "Three parts: a number, a dot product, and a product with the step on both sides of the table.",
    "The plane is g @ dx. The curved part is half of dx @ H @ dx.",
    "f0 + g @ dx + dx @ H @ dx / 2.",
)
why(
    "d32-taylor2",
    "Along the step the landscape is a curve in one letter; its slope is the dot product with the gradient, its second derivative the step on both sides of the Hessian. Half of the latter, as in one letter: a parabola ½ct² has the curvature c.",
)


# ---------------------------------------------------------------- d32-classify_point


@also_right("d32-classify_point")
def classify_point(H, tol=1e-6):
    n = len(H)
    lams = np.sort(np.linalg.eigvalsh(H))
    signs = np.where(lams > tol, 1, np.where(lams < -tol, -1, 0))
    if 1 in signs and -1 in signs:
        return "saddle"
    return {n: "minimum", -n: "maximum"}.get(int(signs.sum()), "undecided")


@also_right("d32-classify_point")
def classify_point(H, tol=1e-6):
    up, down = is_psd(H, tol), is_psd(-1.0 * H, tol)
    if not up and not down:
        return "saddle"
    lams = np.linalg.eigh(H)[0]
    if min(abs(lams)) <= tol:
        return "undecided"
    return "minimum" if up else "maximum"


@mistake("d32-classify_point", "You judged by the determinant. It is the product of the eigenvalues: two negative ones make it positive.", caught_by="visible")
def classify_point(H, tol=1e-6):
    d = np.linalg.det(H)
    if abs(d) <= tol:
        return "undecided"
    return "saddle" if d < 0 else "minimum"


@mistake("d32-classify_point", "You judged by the determinant, the product of all eigenvalues: two negative ones make it positive, and a single 0 hides all others.", caught_by="visible")
def classify_point(H, tol=1e-6):
    d = np.linalg.det(H)
    if abs(d) <= tol:
        return "undecided"
    if d < 0:
        return "saddle"
    return "minimum" if H[0, 0] > 0 else "maximum"


@mistake("d32-classify_point", "You judged by the sum of the eigenvalues. One large positive one hides a negative one.", caught_by="visible")
def classify_point(H, tol=1e-6):
    t = np.trace(H)
    if abs(t) <= tol:
        return "undecided"
    return "minimum" if t > 0 else "maximum"


@mistake("d32-classify_point", "You judged by the diagonal. The eigenvalues decide: the ground may bend down along a direction between the letters.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.diag(H)
    up, down = (lams > tol).any(), (lams < -tol).any()
    if up and down:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if up else "maximum"


@mistake("d32-classify_point", "An eigenvalue of 0 hides the saddle: you asked for zeros first. Up and down together are a saddle in any case.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (abs(lams) <= tol).any():
        return "undecided"
    if (lams > 0).all():
        return "minimum"
    return "maximum" if (lams < 0).all() else "saddle"


@mistake("d32-classify_point", "A table with eigenvalues above 0 and some that are 0 is a minimum in your answer. Along the 0 anything may happen.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (lams >= -tol).all():
        return "minimum"
    return "maximum" if (lams <= tol).all() else "saddle"


@mistake("d32-classify_point", "Minimum and maximum have changed places: ground that bends up in all directions has its lowest point here.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    up, down = (lams > tol).any(), (lams < -tol).any()
    if up and down:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "maximum" if up else "minimum"


@mistake("d32-classify_point", "tol has no say in your answer: an eigenvalue next to 0 counts as 0.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (lams > 0).all():
        return "minimum"
    if (lams < 0).all():
        return "maximum"
    return "saddle" if (lams > 0).any() and (lams < 0).any() else "undecided"


@mistake("d32-classify_point", "Eigenvalues next to 0 count with their sign where you look for a saddle: one of size tol or less counts as 0 there, too.", caught_by="hidden")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.min() < 0 < lams.max():
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "A single eigenvalue above 0 makes a minimum in your answer. All of them have to be above 0.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (lams > tol).any():
        return "minimum"
    return "maximum" if (lams < -tol).any() else "undecided"


@mistake("d32-classify_point", "Places that are neither a minimum nor a maximum are all saddles in your answer. Without both signs the place is undecided.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (lams > tol).all():
        return "minimum"
    return "maximum" if (lams < -tol).all() else "saddle"


@mistake("d32-classify_point", "Places that are neither a minimum nor a maximum are all undecided in your answer. Where both signs are there, it is a saddle.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (lams > tol).all():
        return "minimum"
    return "maximum" if (lams < -tol).all() else "undecided"


@mistake("d32-classify_point", "Saddle and undecided have changed places.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (lams > tol).all():
        return "minimum"
    if (lams < -tol).all():
        return "maximum"
    return "undecided" if (lams > tol).any() and (lams < -tol).any() else "saddle"


@mistake("d32-classify_point", "You looked at the entries of the eigenvectors. Of the two things that np.linalg.eigh returns the eigenvalues are the first.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[1]
    if (lams > tol).any() and (lams < -tol).any():
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if (lams > tol).any() else "maximum"


@mistake("d32-classify_point", "Your words begin with capital letters. The docstring's do not.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (lams > tol).any() and (lams < -tol).any():
        return "Saddle"
    if (abs(lams) <= tol).any():
        return "Undecided"
    return "Minimum" if (lams > tol).any() else "Maximum"


@mistake("d32-classify_point", "An eigenvalue that counts as 0 makes a saddle together with a positive one in your answer. Down means below −tol.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (lams < tol).any() and (lams > tol).any():
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if (lams > tol).all() else "maximum"


@mistake("d32-classify_point", "You compared the eigenvalues with tol as shares of the largest. tol is for their own size.", caught_by="hidden")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    lams = lams / (max(abs(lams)) or 1.0)
    if (lams > tol).any() and (lams < -tol).any():
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if (lams > tol).any() else "maximum"


@mistake("d32-classify_point", "An eigenvalue that counts as 0 does not make the place undecided in your answer. One is enough where there is no saddle.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > tol and lams.min() < -tol:
        return "saddle"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "An eigenvalue that counts as 0 does not make the place undecided in your answer. One is enough where there is no saddle.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > tol and lams.min() < -tol:
        return "saddle"
    if (abs(lams) <= tol).all():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "An eigenvalue of exactly tol has a sign in your answer. Of size tol or less counts as 0: <= belongs there.", caught_by="hidden")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() >= tol and lams.min() <= -tol:
        return "saddle"
    if (abs(lams) < tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "An eigenvalue of exactly tol has a sign in your answer. Of size tol or less counts as 0: <= belongs there.", caught_by="hidden")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > tol and lams.min() < -tol:
        return "saddle"
    if (abs(lams) < tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "tol has no say in your answer: an eigenvalue next to 0 counts as 0.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > 1e-6 and lams.min() < -1e-6:
        return "saddle"
    if (abs(lams) <= 1e-6).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "tol has no say in your answer: an eigenvalue next to 0 counts as 0.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > 1e-9 and lams.min() < -1e-9:
        return "saddle"
    if (abs(lams) <= 1e-9).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "You looked at two eigenvalues only where you ask for a saddle. They come in ascending order: the first and the last decide.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams[0] < -tol and lams[min(1, len(lams) - 1)] > tol:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "You looked at two eigenvalues only where you ask for a saddle. They come in ascending order: the first and the last decide.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if len(lams) > 1 and lams[0] < -tol and lams[1] > tol:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "You looked at two eigenvalues only where you ask for a saddle. They come in ascending order: the first and the last decide.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams[0] < -tol and lams[1] > tol:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "One sign is enough for a saddle in your answer. It takes both: one eigenvalue above tol and one below −tol.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > tol or lams.min() < -tol:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "Your answer is decided by the smallest eigenvalue alone: eigh lists them in ascending order, and you return at the first.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    for lam in lams:
        if abs(lam) <= tol:
            return "undecided"
        return "minimum" if lam > 0 else "maximum"


@mistake("d32-classify_point", "Negative eigenvalues count as 0 in your answer, so no maximum comes out. The size of an eigenvalue is abs.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > tol and lams.min() < -tol:
        return "saddle"
    if (lams <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "Only an eigenvalue of exactly 0 makes a place undecided in your answer. One of size tol or less counts as 0.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > tol and lams.min() < -tol:
        return "saddle"
    if (lams == 0).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "A negative determinant makes a saddle in your answer. It is the product of the eigenvalues: three negative ones make it negative, and a 0 hides both signs.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if np.linalg.det(H) < 0:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "You counted which sign is more frequent. One eigenvalue of each sign is enough for a saddle.", caught_by="hidden")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    up, down = (lams > tol).sum(), (lams < -tol).sum()
    if up == down:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if up > down else "maximum"


@mistake("d32-classify_point", "Your words are shortened. The docstring writes them in full.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > tol and lams.min() < -tol:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "min" if lams.min() > 0 else "max"


@mistake("d32-classify_point", "You compared the squares of the eigenvalues with tol. Their size is abs.", caught_by="hidden")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if lams.max() > tol and lams.min() < -tol:
        return "saddle"
    if (lams**2 <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "Your numbers have no signs: those of svd are sizes. The eigenvalues are wanted.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.svd(H)[1]
    if lams.max() > tol and lams.min() < -tol:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "You asked first whether the determinant is next to 0. One eigenvalue of 0 does that, and hides a saddle.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if abs(np.linalg.det(H)) <= tol:
        return "undecided"
    if lams.max() > tol and lams.min() < -tol:
        return "saddle"
    return "minimum" if lams.min() > 0 else "maximum"


@mistake("d32-classify_point", "A mix of eigenvalues above tol and others is a saddle in your answer. The others may be next to 0; a saddle needs one below −tol.", caught_by="visible")
def classify_point(H, tol=1e-6):
    lams = np.linalg.eigh(H)[0]
    if (lams > tol).any() and not (lams > tol).all():
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if lams.min() > 0 else "maximum"


hints(
    "d32-classify_point",
    "np.linalg.eigh(H)[0] holds the eigenvalues. Which of them count as above 0, which as below?",
    "up = (lams > tol).any() and down = (lams < -tol).any(). Ask for both first.",
    "If up and down: saddle. If any abs(lams) <= tol: undecided. Else minimum if up, and otherwise maximum.",
)
why(
    "d32-classify_point",
    "The eigenvalues are the curvatures along directions at right angles, and every direction is a mix of these. Up and down together settle the matter whatever else is 0; without both, a 0 leaves one direction open, and only higher terms could tell.",
)


# ---------------------------------------------------------------- d32-numhess


@also_right("d32-numhess")
def numhess(f, x, h=1e-4):
    x = np.array(x, dtype=float)
    return np.array([numgrad(lambda v: numgrad(f, v, h)[i], x, h) for i in range(len(x))])


@also_right("d32-numhess")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        H[i, i] = (f(x + E[i]) - 2 * f(x) + f(x - E[i])) / h**2
        for j in range(i):
            rise = f(x + E[i] + E[j]) - f(x + E[i] - E[j]) - f(x - E[i] + E[j]) + f(x - E[i] - E[j])
            H[i, j] = H[j, i] = rise / (4 * h**2)
    return H


def _table(f, x, h, four, below):
    E = h * np.eye(len(x))
    return np.array([[four(f, x, a, b) for b in E] for a in E]) / below


def _four(f, x, a, b):
    return f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)


@mistake("d32-numhess", "Your table has its diagonal only. The mixed second derivatives are missing.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return np.diag([(f(x + e) - 2 * f(x) + f(x - e)) / h**2 for e in h * np.eye(len(x))])


@mistake("d32-numhess", "Your second derivatives are four times too large: both ways are 2h wide.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, h, _four, h**2)


@mistake("d32-numhess", "Your second derivatives are twice too large. 4h² stands below, and a table that is added to its transpose has to be halved.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, h, _four, 2 * h**2)


@mistake("d32-numhess", "You divided by 4h. Two slopes, two divisions: the h is squared.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, h, _four, 4 * h)


@mistake("d32-numhess", "You multiplied with h² instead of dividing by it: the product below needs brackets.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, h, _four, 4) * h * h


@mistake("d32-numhess", "Your table has the products of two slopes. Wanted is the slope of a slope.", caught_by="visible")
def numhess(f, x, h=1e-4):
    g = numgrad(f, x, h)
    return np.outer(g, g)


@mistake("d32-numhess", "Your diagonal is a quarter, or half, of what it should be: with one step ahead and one back, h² stands below, without a 4.", caught_by="visible")
def numhess(f, x, h=1e-4):
    H = _table(f, x, h, _four, 4 * h**2)
    np.fill_diagonal(H, [(f(x + e) - 2 * f(x) + f(x - e)) / (4 * h**2) for e in h * np.eye(len(x))])
    return H


@mistake("d32-numhess", "One of the four heights has the wrong sign, so for a flat f your table is not 0.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, h, lambda f, x, a, b: f(x + a + b) - f(x + a - b) - f(x - a + b) - f(x - a - b), 4 * h**2)


@mistake("d32-numhess", "You added the two heights with one step ahead and one back. They are taken away.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, h, lambda f, x, a, b: f(x + a + b) + f(x + a - b) + f(x - a + b) + f(x - a - b), 4 * h**2)


@mistake("d32-numhess", "Your steps go ahead only, so the table belongs to a place a step away. Look to both sides.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, h, lambda f, x, a, b: f(x + a + b) - f(x + a) - f(x + b) + f(x), h**2)


@mistake("d32-numhess", "You returned the gradient. Its own slopes are wanted, a table.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return numgrad(f, x, h)


@mistake("d32-numhess", "Below the diagonal your table is 0. It is symmetric.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return np.triu(_table(f, x, h, _four, 4 * h**2))


@mistake("d32-numhess", "Your diagonal is 0: for i = j the same formula holds.", caught_by="visible")
def numhess(f, x, h=1e-4):
    H = _table(f, x, h, _four, 4 * h**2)
    np.fill_diagonal(H, 0)
    return H


@mistake("d32-numhess", "Your answer does not depend on h: you took a step of your own, and a different one shows.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, 1e-7, _four, 4e-14)


@mistake("d32-numhess", "Your second derivatives are twice too large. 4h² stands below, and a table that is added to its transpose has to be halved.", caught_by="visible")
def numhess(f, x, h=1e-4):
    H = _table(f, x, h, _four, 4 * h**2)
    return H + H.T


@mistake("d32-numhess", "Your steps go ahead only, so the table belongs to a place a step away. Look to both sides.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return np.array([(numgrad(f, x + e) - numgrad(f, x)) / h for e in h * np.eye(len(x))])


@mistake("d32-numhess", "Your steps go ahead only, and both ways are h wide then: 4h² belongs to steps to both sides.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, h, lambda f, x, a, b: f(x + a + b) - f(x + a) - f(x + b) + f(x), 4 * h**2)


@mistake("d32-numhess", "All letters move together, and one number stands everywhere. Each entry has its own two steps.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return np.full((len(x), len(x)), (f(x + h) - 2 * f(x) + f(x - h)) / h**2)


@mistake("d32-numhess", "Only the first row of your table is filled: you return before the others.", caught_by="visible")
def numhess(f, x, h=1e-4):
    H = _table(f, x, h, _four, 4 * h**2)
    H[1:] = 0
    return H


@mistake("d32-numhess", "Your steps are 1 long, and 4h² stands below. Step by h.", caught_by="visible")
def numhess(f, x, h=1e-4):
    E = np.eye(len(x))
    return np.array([[_four(f, x, a, b) for b in E] for a in E]) / (4 * h**2)


@mistake("d32-numhess", "Your four signs make the slope along one step, not how it changes along the other.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return _table(f, x, h, lambda f, x, a, b: f(x + a + b) - f(x - a + b) + f(x + a - b) - f(x - a - b), 4 * h**2)


@mistake("d32-numhess", "Your second derivatives are a quarter of what they should be: the 4 stands inside the square.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)) / (4 * h) ** 2
    return H


@mistake("d32-numhess", "You divided by 2h, once. Two slopes, two divisions: 4h² stands below.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)) / (2 * h)
    return H


@mistake("d32-numhess", "Only a part of the four heights is divided. A fraction's upper line needs brackets.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i, j] = f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b) / (4 * h**2)
    return H


@mistake("d32-numhess", "One of the four heights has the wrong sign, so for a flat f your table is not 0.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - f(x + a - b) + f(x - a + b) + f(x - a - b)) / (4 * h**2)
    return H


@mistake("d32-numhess", "Above the diagonal your table is 0. It is symmetric.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)) / (4 * h**2)
    return H


@mistake("d32-numhess", "Your answer does not depend on h: you took a step of your own, and a different one shows.", caught_by="visible")
def numhess(f, x, h=1e-4):
    h = 1e-4
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)) / (4 * h**2)
    return H


@mistake("d32-numhess", "Your answer does not depend on h: you took a step of your own, and a different one shows.", caught_by="visible")
def numhess(f, x, h=1e-4):
    return np.array([numgrad(lambda v: numgrad(f, v)[i], x) for i in range(len(x))])


@mistake("d32-numhess", "Your second derivatives stand in one long row. They belong in a table of n rows and n columns.", caught_by="visible")
def numhess(f, x, h=1e-4):
    E = h * np.eye(len(x))
    return np.array([(f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)) / (4 * h**2) for a in E for b in E])


@mistake("d32-numhess", "For whole numbers your table is far off: an array of whole numbers drops what stands behind the point, so a small move is none, or a whole 1.", caught_by="hidden")
def numhess(f, x, h=1e-4):
    n = len(x)
    H = np.zeros((n, n))


    def at(i, s, j, t):
        y = x.copy()
        y[i] += s * h
        y[j] += t * h
        return f(y)


    for i in range(n):
        for j in range(n):
            H[i, j] = (at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1)) / (4 * h**2)
    return H


@mistake("d32-numhess", "For whole numbers your table is 0: the arrays of the steps hold whole numbers, and cut h off.", caught_by="hidden")
def numhess(f, x, h=1e-4):
    n = len(x)
    H = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = np.zeros_like(x), np.zeros_like(x)
            a[i], b[j] = h, h
            H[i, j] = (f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)) / (4 * h**2)
    return H


@mistake("d32-numhess", "The last letter has no row and no column filled: your loops end one early.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n - 1):
        for j in range(n - 1):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)) / (4 * h**2)
    return H


@mistake("d32-numhess", "You measured around 0. The second derivatives are wanted at x.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i, j] = (f(a + b) - f(a - b) - f(-a + b) + f(-a - b)) / (4 * h**2)
    return H


@mistake("d32-numhess", "You took one second difference along both steps together. For a mixed entry that holds the two diagonal ones as well: compare four heights.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - 2 * f(x) + f(x - a - b)) / h**2
    return H


@mistake("d32-numhess", "You took one second difference along both steps together. For a mixed entry that holds the two diagonal ones as well: compare four heights.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - 2 * f(x) + f(x - a - b)) / (4 * h**2)
    return H


@mistake("d32-numhess", "In each row one number stands everywhere, that of the last letter: H[i] is a whole row, H[i, j] an entry.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i] = (f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)) / (4 * h**2)
    return H


@mistake("d32-numhess", "Your diagonal is twice too large: a triangle added to its transpose counts the diagonal twice.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)) / (4 * h**2)
    return H + H.T


@mistake("d32-numhess", "Two of the four heights are missing, so the slopes do not cancel. Compare all four.", caught_by="visible")
def numhess(f, x, h=1e-4):
    n = len(x)
    E, H = h * np.eye(n), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            a, b = E[i], E[j]
            H[i, j] = (f(x + a + b) - f(x - a - b)) / (4 * h**2)
    return H


hints(
    "d32-numhess",
    "One entry first: four heights, at the corners of a small rectangle around x.",
    "E = h * np.eye(len(x)) holds the steps; entry i, j uses E[i] and E[j], and 4 * h**2 stands below.",
    "A list of lists: for each a in E and each b in E, f(x+a+b) − f(x+a−b) − f(x−a+b) + f(x−a−b). At the end (H + H.T) / 2.",
)
why(
    "d32-numhess",
    "A slope of a slope is a difference of differences, over both ways. The four heights lie evenly around x, so the error is of order h². Rounding in the heights is divided by h², hence the larger step; what little asymmetry it leaves is taken out by the mean with the transpose.",
)


# ---------------------------------------------------------------- d32-gd_rate


@also_right("d32-gd_rate")
def gd_rate(eigs):
    lams = np.sort(eigs)
    lr = 2 / (lams[0] + lams[-1])
    return lr, abs(1 - lr * lams[-1])


@also_right("d32-gd_rate")
def gd_rate(eigs):
    kappa = np.max(eigs) / np.min(eigs)
    return [2 / (np.min(eigs) * (1 + kappa)), (kappa - 1) / (kappa + 1)]


@mistake("d32-gd_rate", "Your learning rate is one over the largest curvature. That is safe, and half as bold as the best.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 1 / max(eigs), (k - 1) / (k + 1)


@mistake("d32-gd_rate", "Your learning rate is two over the largest curvature: there the steepest direction swings for ever.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 2 / max(eigs), (k - 1) / (k + 1)


@mistake("d32-gd_rate", "You returned the square of the rate: what is left of the height, not of the distance.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 2 / (max(eigs) + min(eigs)), ((k - 1) / (k + 1)) ** 2


@mistake("d32-gd_rate", "Your rate has the right size and the wrong sign. κ is the largest curvature over the smallest, and what is left of a distance is never below 0.", caught_by="visible")
def gd_rate(eigs):
    k = min(eigs) / max(eigs)
    return 2 / (max(eigs) + min(eigs)), (k - 1) / (k + 1)


@mistake("d32-gd_rate", "You took the mean of all curvatures for the learning rate. Only the extreme ones decide.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 1 / np.mean(eigs), (k - 1) / (k + 1)


@mistake("d32-gd_rate", "You summed all curvatures below the 2. Only the extreme ones decide.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 2 / np.sum(eigs), (k - 1) / (k + 1)


@mistake("d32-gd_rate", "You returned κ itself. What is left of the distance is (κ − 1)/(κ + 1).", caught_by="visible")
def gd_rate(eigs):
    return 2 / (max(eigs) + min(eigs)), max(eigs) / min(eigs)


@mistake("d32-gd_rate", "Your second number is what a step takes away, 2/(κ + 1). Asked is what it leaves.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 2 / (max(eigs) + min(eigs)), 2 / (k + 1)


@mistake("d32-gd_rate", "You took the first and the last curvature as the extreme ones. They come in any order.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs[0], eigs[-1]
    return 2 / (low + high), abs(high - low) / (high + low)


@mistake("d32-gd_rate", "Your rate is that of the learning rate 1/λmax, 1 − 1/κ. The best step leaves less.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 2 / (max(eigs) + min(eigs)), 1 - 1 / k


@mistake("d32-gd_rate", "Without brackets only a part is divided: κ − 1/κ + 1 is not (κ − 1)/(κ + 1).", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 2 / (max(eigs) + min(eigs)), k - 1 / k + 1


@mistake("d32-gd_rate", "Without brackets 2/λmin is taken first and λmax added to it.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 2 / min(eigs) + max(eigs), (k - 1) / (k + 1)


@mistake("d32-gd_rate", "Your learning rate has a 1 above, and a 2 belongs there.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return 1 / (max(eigs) + min(eigs)), (k - 1) / (k + 1)


@mistake("d32-gd_rate", "The difference of the extreme curvatures stands below the 2. It is their sum.", caught_by="visible")
def gd_rate(eigs):
    low, high = min(eigs), max(eigs)
    return 2 / (high - low) if high > low else 0.0, (high - low) / (high + low)


@mistake("d32-gd_rate", "Your rate is upside down: it is above 1, as if the distance grew.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    with np.errstate(all="ignore"):
        return 2 / (max(eigs) + min(eigs)), np.float64(k + 1) / (k - 1)


@mistake("d32-gd_rate", "Your rate is the mean over all directions. The slowest direction decides.", caught_by="visible")
def gd_rate(eigs):
    lr = 2 / (max(eigs) + min(eigs))
    return lr, np.mean(np.abs(1 - lr * np.asarray(eigs)))


@mistake("d32-gd_rate", "Your rate is that of the fastest direction. The slowest decides.", caught_by="visible")
def gd_rate(eigs):
    lr = 2 / (max(eigs) + min(eigs))
    return lr, np.min(np.abs(1 - lr * np.asarray(eigs)))


@mistake("d32-gd_rate", "Your learning rate is upside down: half the sum of the extreme curvatures.", caught_by="visible")
def gd_rate(eigs):
    k = max(eigs) / min(eigs)
    return (max(eigs) + min(eigs)) / 2, (k - 1) / (k + 1)


@mistake("d32-gd_rate", "You took the first and the last curvature as the extreme ones. They come in any order.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs[0], eigs[-1]
    kappa = high / low
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


@mistake("d32-gd_rate", "You took the first and the last curvature as the extreme ones. They come in any order.", caught_by="visible")
def gd_rate(eigs):
    high, low = eigs[0], eigs[-1]
    kappa = high / low
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


@mistake("d32-gd_rate", "Your rate is κ/(κ + 1). Above the line belongs κ − 1: in a round bowl nothing is left.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = high / low
    return 2 / (low + high), kappa / (kappa + 1)


@mistake("d32-gd_rate", "Your rate is made with the root of κ. Here κ stands as it is.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = (high / low) ** 0.5
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


@mistake("d32-gd_rate", "Your κ lost what stands behind the point. It is a ratio, and need not be a whole number.", caught_by="hidden")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = high // low
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


@mistake("d32-gd_rate", "Your κ is the difference of the extreme curvatures. It is their ratio.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = high - low
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


@mistake("d32-gd_rate", "You took the mean of all curvatures for the learning rate. Only the extreme ones decide.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = high / low
    return 2 / eigs.mean(), (kappa - 1) / (kappa + 1)


@mistake("d32-gd_rate", "The product of the extreme curvatures stands below the 2. It is their sum.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = high / low
    return 2 / (low * high), (kappa - 1) / (kappa + 1)


@mistake("d32-gd_rate", "Without brackets the 1 is added to the fraction: your rate is (κ − 1)/κ + 1.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = high / low
    return 2 / (low + high), (kappa - 1) / kappa + 1


@mistake("d32-gd_rate", "Without brackets the fraction is taken away from κ: your rate is κ − 1/(κ + 1).", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = high / low
    return 2 / (low + high), kappa - 1 / (kappa + 1)


@mistake("d32-gd_rate", "Your rate is 1/κ. What is left of the distance is (κ − 1)/(κ + 1), and grows with κ.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = high / low
    return 2 / (low + high), low / high


@mistake("d32-gd_rate", "Your κ is the largest curvature over the mean. It is the largest over the smallest.", caught_by="visible")
def gd_rate(eigs):
    low, high = eigs.min(), eigs.max()
    kappa = high / low
    kappa = high / eigs.mean()
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


hints(
    "d32-gd_rate",
    "Which two of the curvatures occur in the formulas?",
    "low and high by min and max. κ is high over low.",
    "2 / (low + high), and (high − low) / (high + low), which is the same as (κ − 1)/(κ + 1).",
)
why(
    "d32-gd_rate",
    "The factor 1 − ηλ falls in a straight line with λ, so its size is largest at one of the two ends; η is best where both ends are of the same size. All curvatures between them shrink faster.",
)


# ---------------------------------------------------------------- d32-hvp


@also_right("d32-hvp")
def hvp(grad, x, v, h=1e-5):
    size = np.linalg.norm(v)
    u = v / size
    return (grad(x + h * u) - grad(x - h * u)) / (2 * h) * size


@also_right("d32-hvp")
def hvp(grad, x, v, h=1e-5):
    n = len(x)
    H = np.column_stack([(grad(x + h * e) - grad(x - h * e)) / (2 * h) for e in np.eye(n)])
    return H @ v


@mistake("d32-hvp", "The length of v has no say in your answer. H v grows with v.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    u = v / np.linalg.norm(v)
    return (grad(x + h * u) - grad(x - h * u)) / (2 * h)


@mistake("d32-hvp", "You looked ahead only. Where the gradient bends sharply that is wrong; look to both sides.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * v) - grad(x)) / h


@mistake("d32-hvp", "Your answer is twice too large: the two gradients lie 2h apart.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * v) - grad(x - h * v)) / h


@mistake("d32-hvp", "You multiplied the gradient and v entry by entry. H v is how the gradient changes along v.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return grad(x) * v


@mistake("d32-hvp", "You returned the slope of f along v, one number. How the gradient changes along v is a list.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return grad(x) @ v


@mistake("d32-hvp", "You moved each entry by the same step and multiplied with v: only the sums of H's rows come out. Move along v.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h) - grad(x - h)) / (2 * h) * v


@mistake("d32-hvp", "You returned the curvature along v, one number. H v itself is a list.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return v @ (grad(x + h * v) - grad(x - h * v)) / (2 * h)


@mistake("d32-hvp", "You asked the gradient at v. It is wanted around x.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(v + h * x) - grad(v - h * x)) / (2 * h)


@mistake("d32-hvp", "You moved along v by its whole length and divided by 2h. Move by h times v.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + v) - grad(x - v)) / (2 * h)


@mistake("d32-hvp", "You returned the Hessian or a table. Applied to v it is a list.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return np.column_stack([(grad(x + h * e) - grad(x - h * e)) / (2 * h) for e in np.eye(len(x))])


@mistake("d32-hvp", "Your answer is the difference of the gradients. Divide it by the way between them.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return grad(x + h * v) - grad(x - h * v)


@mistake("d32-hvp", "You measured along x. The direction is v.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * x) - grad(x - h * x)) / (2 * h)


@mistake("d32-hvp", "You looked back only. Where the gradient bends sharply that is wrong; look to both sides.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x) - grad(x - h * v)) / h


@mistake("d32-hvp", "The direction v has no say in your answer: every letter moves by h.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h) - grad(x - h)) / (2 * h)


@mistake("d32-hvp", "You asked the gradient at the place v. Asked is how the gradient at x changes along v.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return grad(v)


@mistake("d32-hvp", "You took a second difference of the gradient. The gradient is a slope already: one difference is enough.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * v) - 2 * grad(x) + grad(x - h * v)) / h**2


@mistake("d32-hvp", "You multiplied the curvature along v with v. H v need not point along v.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * v) - grad(x - h * v)) @ v / (2 * h) * v


@mistake("d32-hvp", "You went the whole v to each side. Where the Hessian changes on the way that is wrong; the step is h times v.", caught_by="hidden")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + v) - grad(x - v)) / 2


@mistake("d32-hvp", "Your answer does not depend on h: you took a step of your own.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + 1e-5 * v) - grad(x - 1e-5 * v)) / 2e-5


@mistake("d32-hvp", "You looked half of h to each side. The formula looks h ahead and h back.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h / 2 * v) - grad(x - h / 2 * v)) / h


@mistake("d32-hvp", "Your answer is half of what it should be: with h/2 ahead and back the way is h, not 2h.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h / 2 * v) - grad(x - h / 2 * v)) / (2 * h)


@mistake("d32-hvp", "You measured around 0. How the gradient changes is wanted at x.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(h * v) - grad(-h * v)) / (2 * h)


@mistake("d32-hvp", "H v was multiplied by v once more, entry by entry. The direction is in it already.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * v) - grad(x - h * v)) / (2 * h) * v


@mistake("d32-hvp", "You added the gradients ahead and behind. How the gradient changes is their difference.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * v) + grad(x - h * v)) / (2 * h)


@mistake("d32-hvp", "Each entry of your step is multiplied by the entry of x. The step is h times v, wherever x is.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * x * v) - grad(x - h * x * v)) / (2 * h)


@mistake("d32-hvp", "Only the diagonal of H has a say in your answer. A move along one letter changes all entries of the gradient.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    slopes = [(grad(x + e) - grad(x - e))[i] / (2 * h) for i, e in enumerate(h * np.eye(len(x)))]
    return np.array(slopes) * v


@mistake("d32-hvp", "You divided by the entries of v as well. The way between the two gradients is 2h, in units of v.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    with np.errstate(all="ignore"):
        return (grad(x + h * v) - grad(x - h * v)) / (2 * h * v)


@mistake("d32-hvp", "Your answer is half of what it should be: the two gradients lie 2h apart.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * v) - grad(x - h * v)) / (4 * h)


@mistake("d32-hvp", "You looked 2h to each side and divided by 2h. The way between is 4h then; the formula looks h ahead and h back.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + 2 * h * v) - grad(x - 2 * h * v)) / (2 * h)


@mistake("d32-hvp", "Your change was divided by h twice. One difference of gradients has one h below.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return (grad(x + h * v) - grad(x - h * v)) / (2 * h**2)


@mistake("d32-hvp", "Your H v is packed in a list or a table of one row. It is a list as long as v.", caught_by="visible")
def hvp(grad, x, v, h=1e-5):
    return [(grad(x + h * v) - grad(x - h * v)) / (2 * h)]


hints(
    "d32-hvp",
    "A central slope, with gradients where heights stood.",
    "The two places are x + h * v and x − h * v.",
    "(grad(x + h * v) − grad(x − h * v)) / (2 * h).",
)
why(
    "d32-hvp",
    "The Hessian is the Jacobian of the gradient, so H v is a JVP: how all slopes move along one direction. Two gradients, whatever the number of letters. A v of any length is right, for the step h counts in units of v.",
)


equivalent("d32-taylor2", "return f0 + g @ dx + dx @ H @ dx / 2 → return f0 + (dx) @ (g) + dx @ H @ dx / 2", "a dot product does not depend on the order")
equivalent("d32-taylor2", "return f0 + g @ dx + dx @ H @ dx / 2 → return f0 + (g) @ (dx).T + dx @ H @ dx / 2", "a list of numbers is its own transpose")
equivalent("d32-taylor2", "return f0 + g @ dx + dx @ H @ dx / 2 → return f0 + g @ dx + (dx) @ (dx @ H) / 2", "a dot product does not depend on the order")
equivalent("d32-taylor2", "return f0 + g @ dx + dx @ H @ dx / 2 → return f0 + g @ dx + (dx @ H) @ (dx).T / 2", "a list of numbers is its own transpose")
equivalent("d32-taylor2", "return f0 + g @ dx + dx @ H @ dx / 2 → return f0 + g @ dx + (H) @ (dx) @ dx / 2", "with the same step on both sides the transposed table gives the same number")
equivalent("d32-taylor2", "return f0 + g @ dx + dx @ H @ dx / 2 → return f0 + g @ dx + (dx) @ (H).T @ dx / 2", "with the same step on both sides the transposed table gives the same number")
equivalent("d32-numhess", "def numhess(f: Callable, x: np.ndarray, h: float = 1e-4) -> np.ndarray: → def numhess(f: Callable, x: np.ndarray, h: float = (0.0002)) -> np.ndarray:", "any small step measures the curvature")
equivalent("d32-numhess", "return (H + H.T) / 2 → return (H + H) / 2", "the four heights are symmetric up to rounding")
equivalent("d32-numhess", "H = np.array([[four(a, b) for b in E] for a in E]) / (4 * h * h) → H = np.array([[four(b, a) for b in E] for a in E]) / (4 * h * h)", "the table is symmetric")
equivalent("d32-hvp", "def hvp(grad: Callable, x: np.ndarray, v: np.ndarray, h: float = 1e-5) -> np.ndarray: → def hvp(grad: Callable, x: np.ndarray, v: np.ndarray, h: float = (2e-05)) -> np.ndarray:", "any small step measures the change of the gradient")
