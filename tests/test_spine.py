"""The spine of the course: toolbox functions of days 12 to 68, planned or written, hold what later days rely on."""

import ast

import numpy as np
import pytest
from conftest import ROOT
from scipy import special, stats

from log2attn import toolbox
from log2attn.learn import worlds

PLANNED = [
    node
    for node in ast.parse((ROOT / "lessons" / "planned.py").read_text(encoding="utf-8")).body
    if isinstance(node, ast.FunctionDef | ast.ClassDef)
]


def slope_error(make, arrays, rng) -> float:
    """The largest relative gap between a sweep's gradients and measured slopes of a random mixture of the outputs."""
    tensors = [toolbox.Tensor(a) for a in arrays]
    mix = rng.standard_normal(make(*tensors).shape)
    toolbox.sweep((make(*tensors) * mix).sum(), tensors)
    worst = 0.0
    for at, tensor in enumerate(tensors):

        def value(x, at=at):
            inputs = [toolbox.Tensor(x if k == at else a) for k, a in enumerate(arrays)]
            return float((make(*inputs).data * mix).sum())

        worst = max(worst, toolbox.gradcheck(value, lambda _x, t=tensor: t.grad, arrays[at], rng))
    return worst


@pytest.mark.parametrize("node", PLANNED, ids=lambda node: node.name)
def test_every_planned_name_says_what_it_is(node: ast.stmt) -> None:
    """Each function and class of planned.py has a docstring: authors of later days read it instead of the day."""
    assert ast.get_docstring(node)


OPERATIONS = {
    "a + b, stretched": (lambda a, b: a + b, [(3, 4), (4,)]),
    "a * b, stretched": (lambda a, b: a * b, [(2, 3, 1), (3, 4)]),
    "a / b": (lambda a, b: a / (b * b + 1.0), [(3, 4), (3, 4)]),
    "a − b, and numbers": (lambda a, b: 2.0 - a - b * 3.0, [(3,), (3,)]),
    "a @ b": (lambda a, b: a @ b, [(3, 4), (4, 2)]),
    "a @ b, batches": (lambda a, b: a @ b, [(5, 3, 4), (4, 2)]),
    "array @ a": (lambda a: np.ones((2, 3)) @ a, [(3, 4)]),
    "exp log tanh": (lambda a: (a.exp() + 1.0).log() * a.tanh(), [(3, 4)]),
    "powers": (lambda a: (a * a + 1.0) ** -0.5, [(3, 4)]),
    "relu": (lambda a: (a + 0.05).relu(), [(6, 5)]),
    "reshape, T": (lambda a: a.reshape(2, 6).T, [(3, 4)]),
    "swapaxes": (lambda a: a.swapaxes(0, 2), [(2, 3, 4)]),
    "sum": (lambda a: a.sum(axis=1) * a.sum(), [(3, 4)]),
    "mean, keepdims": (lambda a: a - a.mean(axis=-1, keepdims=True), [(3, 4)]),
    "rows, taken twice": (lambda a: a[np.array([[0, 2], [2, 1]])], [(3, 4)]),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_tensors_hand_their_gradients_back(name: str) -> None:
    """A sweep through each operation of Tensor agrees with measured slopes."""
    make, shapes = OPERATIONS[name]
    rng = np.random.default_rng(0)
    assert slope_error(make, [rng.standard_normal(shape) for shape in shapes], rng) < 1e-7


def test_layers_hand_their_gradients_back() -> None:
    """Layer norm, masked softmax and cross-entropy of Tensors agree with measured slopes."""
    rng = np.random.default_rng(1)
    x, g, b = rng.standard_normal((4, 5)), rng.standard_normal(5), rng.standard_normal(5)
    mask = toolbox.causal_mask(4)
    assert slope_error(toolbox.tensor_layernorm, [x, g, b], rng) < 1e-7
    assert (
        slope_error(lambda z: toolbox.tensor_softmax(z, mask), [rng.standard_normal((2, 4, 4))], rng) < 1e-7
    )
    y = rng.integers(0, 5, 4)
    assert slope_error(lambda z: toolbox.tensor_cross_entropy(z, y), [x], rng) < 1e-7


def test_a_small_gpt_hands_its_gradients_back() -> None:
    """Every parameter of a two-block TinyGPT gets the gradient that measured slopes give."""
    rng = np.random.default_rng(2)
    model = toolbox.TinyGPT({"V": 7, "T": 5, "D": 8, "L": 2, "heads": 2}, rng)
    for name in (
        "E",
        "P",
    ):  # as they start, 0.02, a step of 1e-5 is too long for a measured slope through a norm
        model.params[name].data *= 50
    ids, y = rng.integers(0, 7, (2, 5)), rng.integers(0, 7, (2, 5))
    loss = lambda: toolbox.tensor_cross_entropy(model(ids), y)
    toolbox.sweep(loss(), model.parameters())
    for _name, parameter in model.named():
        kept, claimed = parameter.data, parameter.grad

        def value(x, parameter=parameter):
            parameter.data = x
            return float(loss().data)

        assert toolbox.gradcheck(value, lambda _x, g=claimed: g, kept, rng) < 1e-6
        parameter.data = kept


def test_attention_with_heads_twice() -> None:
    """mha on arrays and tensor_mha on Tensors give the same, and no position looks ahead."""
    rng = np.random.default_rng(3)
    p = {f"W{c}": rng.standard_normal((8, 8)) for c in "qkvo"} | {
        f"b{c}": rng.standard_normal(8) for c in "qkvo"
    }
    x = rng.standard_normal((2, 6, 8))
    out = toolbox.mha(x, p, 4)
    tensors = {name: toolbox.Tensor(value) for name, value in p.items()}
    assert np.allclose(toolbox.tensor_mha(toolbox.Tensor(x), tensors, 4).data, out)
    changed = x.copy()
    changed[:, 3:] += 1.0
    assert np.allclose(toolbox.mha(changed, p, 4)[:, :3], out[:, :3])


def test_gpt_2_small_has_124_439_808_parameters() -> None:
    """The architecture counts as GPT-2 does: VD + TD + L(12D² + 13D) + 2D."""
    count = lambda V, T, D, L: V * D + T * D + L * (12 * D**2 + 13 * D) + 2 * D
    assert count(50257, 1024, 768, 12) == 124_439_808
    model = toolbox.TinyGPT({"V": 11, "T": 6, "D": 8, "L": 3, "heads": 2}, np.random.default_rng(0))
    assert sum(p.data.size for p in model.parameters()) == count(11, 6, 8, 3)


def test_a_tiny_gpt_learns_a_circle() -> None:
    """Sixty steps on abcabc… bring the loss near its floor, 0; float32 stays float32."""
    cfg = {
        "V": 3,
        "T": 6,
        "D": 8,
        "L": 1,
        "heads": 2,
        "steps": 60,
        "B": 16,
        "lr": 3e-2,
        "warmup": 5,
        "clip": 1.0,
    }
    model, losses = toolbox.train_gpt(
        cfg | {"dtype": np.float32}, np.arange(300) % 3, np.random.default_rng(4)
    )
    assert losses[-1] < 0.1 < losses[0]
    assert {p.data.dtype for p in model.parameters()} == {np.dtype("float32")}


def test_counting_letters_comes_near_the_poem() -> None:
    """On the endless poem longer contexts lose less, and six letters come within a quarter of the best possible rate."""
    train, held_out = (
        worlds.encode(worlds.poem(n, np.random.default_rng(seed))).tolist()
        for n, seed in ((30_000, 1), (4_000, 2))
    )
    lost = [-toolbox.NGram(30).fit(train, n).logprob(held_out, 0.5).mean() for n in range(1, 8)]
    assert lost == sorted(lost, reverse=True)
    assert worlds.poem_rate() < lost[-1] < 1.25 * worlds.poem_rate()


def test_formulas_agree_with_scipy() -> None:
    """Softmax, entropy, KL and normal densities are scipy's."""
    rng = np.random.default_rng(5)
    z = rng.normal(scale=300, size=(4, 6))
    assert np.allclose(toolbox.softmax(z), special.softmax(z, axis=-1))
    assert np.allclose(toolbox.log_softmax(z), special.log_softmax(z, axis=-1))
    p, q = rng.dirichlet(np.ones(5), size=2)
    assert np.isclose(toolbox.kl(p, q), stats.entropy(p, q))
    assert np.isclose(toolbox.entropy(p, 2), stats.entropy(p, base=2))
    x, mu, root = rng.standard_normal((7, 3)), rng.standard_normal(3), rng.standard_normal((3, 3))
    cov = root @ root.T + np.eye(3)
    assert np.allclose(toolbox.mvn_logpdf(x, mu, cov), stats.multivariate_normal(mu, cov).logpdf(x))
    assert np.allclose(toolbox.gauss_logpdf(x, 0.5, 2.0), stats.norm(0.5, 2.0).logpdf(x))


def test_pieces_agree_with_a_second_way() -> None:
    """A factorization multiplies back, shares stay, a score is the measured slope of a log-density, rotation keeps lengths."""
    rng = np.random.default_rng(6)
    A = rng.standard_normal((6, 4))
    U, s, Vt = toolbox.svd_via_eigh(A)
    assert np.allclose(U * s @ Vt, A)
    assert np.allclose(s, np.linalg.svd(A, compute_uv=False))
    P = rng.dirichlet(np.ones(5), size=5)
    assert np.allclose(toolbox.stationary(P) @ P, toolbox.stationary(P))
    x, w = rng.standard_normal((3, 2)), np.full(8, 1 / 8)
    density = lambda point: np.log((w * np.exp(-((point - worlds.RING_MU) ** 2).sum(axis=1) / 2)).sum())
    slopes = np.array([toolbox.numgrad(density, point) for point in x])
    assert np.allclose(toolbox.gmm_score(x, worlds.RING_MU, 1.0, w), slopes, atol=1e-6)
    k = rng.standard_normal((2, 5, 6))
    assert np.allclose(np.linalg.norm(toolbox.rope(k, np.arange(5)), axis=-1), np.linalg.norm(k, axis=-1))
