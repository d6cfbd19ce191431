"""Worlds with a known optimum: the optimum each claims is the one its own draws show, found a second way."""

from itertools import product

import numpy as np
import pytest

from log2attn.learn import data, worlds


def test_the_digits_ten_pictures() -> None:
    """Ten different glyphs of 7 rows and 5 columns, with ink 1 and paper 0."""
    assert worlds.GLYPHS.shape == (10, 7, 5)
    assert set(worlds.GLYPHS.ravel()) == {0.0, 1.0}
    assert len({glyph.tobytes() for glyph in worlds.GLYPHS}) == 10


def test_a_digit_is_its_glyph_moved_inked_and_noised() -> None:
    """Without noise an image is the digit's glyph times an ink between the two given, at one of (shift + 1)² places."""
    images, y = worlds.make_glyphs(300, np.random.default_rng(0), noise=0.0, shift=2, ink=(0.5, 0.9))
    places = set()
    for image, digit in zip(images.reshape(-1, 9, 7), y, strict=True):
        rows, columns = np.nonzero(image)
        # Every glyph but 1 touches all four sides of its frame; for a 1 the left side stays empty.
        place = (rows.min(), columns.max() - (3 if digit == 1 else 4))
        places.add(place)
        cut = image[place[0] : place[0] + 7, place[1] : place[1] + 5]
        strength = image.max()
        assert 0.5 <= strength <= 0.9
        assert np.allclose(cut, strength * worlds.GLYPHS[digit])
        assert np.isclose(cut.sum(), image.sum())
    assert len(places) == 9


def test_the_best_guess_of_a_digit_is_bayes_rule() -> None:
    """glyph_bayes agrees with Bayes' rule written out in loops over digit, place and ink."""
    images, _ = worlds.make_glyphs(25, np.random.default_rng(1), noise=0.8)
    for image, guess in zip(images, worlds.glyph_bayes(images, noise=0.8), strict=True):
        score = np.zeros(10)
        for digit, down, right, ink in product(range(10), (0, 1), (0, 1), np.linspace(0.7, 1.3, 13)):
            clean = np.zeros((8, 6))
            clean[down : down + 7, right : right + 5] = ink * worlds.GLYPHS[digit]
            score[digit] += np.exp(-((image - clean.ravel()) ** 2).sum() / (2 * 0.8**2))
        assert guess == score.argmax()


def test_the_best_guess_is_right_for_999_of_1000_digits() -> None:
    """With the default settings the best possible accuracy is about 99.9 %, as the lessons say."""
    images, y = worlds.make_glyphs(4000, np.random.default_rng(2))
    assert 0.997 <= (worlds.glyph_bayes(images) == y).mean() <= 1.0


def test_two_kinds_of_pictures_that_can_be_told_apart_in_part() -> None:
    """All 4096 pictures added up, the best guess is right more often than the larger kind's share, and not always."""
    p0, p1, share = worlds.pixel_pair()
    assert p0.shape == p1.shape == (12,)
    pictures = np.array(list(product((0, 1), repeat=12)))
    both = [w * np.where(pictures, p, 1 - p).prod(axis=1) for w, p in ((1 - share, p0), (share, p1))]
    assert np.isclose(sum(map(np.sum, both)), 1.0)
    assert 0.8 < np.maximum(*both).sum() < 0.95


def test_two_moons_are_two_half_circles() -> None:
    """Without noise the points lie on two half circles of radius 1, one turned upside down and moved by (1, 0.5)."""
    points, y = worlds.two_moons(500, np.random.default_rng(3), noise=0.0)
    upper, lower = points[y == 0], points[y == 1]
    assert np.allclose((upper**2).sum(axis=1), 1)
    assert (upper[:, 1] >= 0).all()
    assert np.allclose(((lower - [1.0, 0.5]) ** 2).sum(axis=1), 1)
    assert (lower[:, 1] <= 0.5).all()
    assert 180 < len(upper) < 320


def test_words_lose_their_entropy_rate() -> None:
    """Over a long text of class_words, the true probabilities lose class_words_rate() a word, within four standard errors."""
    words = worlds.class_words(60_000, np.random.default_rng(4))
    classes = worlds.CLASS_OF[words]
    lost = -np.log(worlds.CLASS_P[classes[:-2], classes[1:-1], classes[2:]] * worlds.WORD_P[words[2:] % 10])
    parts = (
        lost[: len(lost) // 100 * 100].reshape(100, -1).mean(axis=1)
    )  # neighbors depend on each other; parts hardly do
    assert abs(parts.mean() - worlds.class_words_rate()) < 4 * parts.std(ddof=1) / 10
    assert round(worlds.class_words_rate(), 3) == 3.008


def test_no_class_is_impossible() -> None:
    """Every class can follow every pair of classes; the tables are probabilities; sixty different words."""
    assert np.allclose(worlds.CLASS_P.sum(axis=-1), 1)
    assert worlds.CLASS_P.min() >= 0.04 / 6
    assert np.isclose(worlds.WORD_P.sum(), 1)
    assert len(set(worlds.WORDS60)) == 60


def test_a_poem_of_known_rate() -> None:
    """Word by word, a long poem loses poem_rate() nats a character, within four standard errors; each word has five followers."""
    text = worlds.poem(200_000, np.random.default_rng(5))
    assert len(text) == 200_000
    numbers = [worlds.POEM_WORDS.index(word) for word in text.split(" ")[:-1]]
    lost = -np.log(worlds.POEM_P[numbers[:-1], numbers[1:]])
    lengths = np.array([len(worlds.POEM_WORDS[n]) + 1 for n in numbers[1:]])
    cut = len(lost) // 100 * 100
    rates = lost[:cut].reshape(100, -1).sum(axis=1) / lengths[:cut].reshape(100, -1).sum(axis=1)
    assert abs(lost.sum() / lengths.sum() - worlds.poem_rate()) < 4 * rates.std(ddof=1) / 10
    assert round(worlds.poem_rate(), 4) == 0.1949
    assert ((worlds.POEM_P > 0).sum(axis=1) == 5).all()


def windows(text: str, length: int, n: int, rng: np.random.Generator) -> np.ndarray:
    ids = data.encode(text)
    return ids[rng.integers(0, len(ids) - length, n)[:, None] + np.arange(length)]


def test_the_best_predictor_of_a_poem_is_a_probability() -> None:
    """Whatever stands before, the probabilities of all thirty next symbols add up to 1."""
    rng = np.random.default_rng(6)
    for row in windows(worlds.poem(5000, rng), 12, 5, rng):
        for t in (1, 4, 11):
            with np.errstate(divide="ignore", invalid="ignore"):
                each = [
                    np.exp(-worlds.poem_best(np.append(row[:t], symbol)[None])[0, -1]) for symbol in range(30)
                ]
            assert np.isclose(np.nansum(each), 1.0)


def test_the_best_predictor_of_a_poem_counts_long_texts_right() -> None:
    """After "wi" the share of "winter" among all words that begin so, counted in a long poem, is what the predictor says."""
    text = " " + worlds.poem(400_000, np.random.default_rng(7))
    seen = text.count("il")
    share = text.count("ilv") / seen  # silver; no other word has "il"
    assert share == 1.0
    predicted = float(np.exp(-worlds.poem_best(data.encode("ing")[None])[0, 1]))
    counted = text.count("ing") / text[:-1].count("in")  # winter has "in" too
    assert abs(predicted - counted) < 4 * np.sqrt(counted * (1 - counted) / text.count("in"))


def test_inside_a_window_more_is_lost() -> None:
    """In windows of 32 the best predictor loses about 0.250 nats on all positions and 0.196 from position 8 on; the rate is the limit."""
    rng = np.random.default_rng(8)
    lost = worlds.poem_best(windows(worlds.poem(60_000, rng), 33, 3000, rng)).mean(axis=0)
    assert abs(lost.mean() - 0.250) < 0.01
    assert abs(lost[8:].mean() - 0.1964) < 0.01
    assert lost[0] > 5 * lost[8:].mean(), "with one letter seen, most is open"


def test_a_ring_of_eight_clouds() -> None:
    """Each point lies near one of eight centers at radius 2, with standard deviation 0.15 in both directions."""
    points = worlds.ring(8000, np.random.default_rng(9))
    gaps = points[:, None] - worlds.RING_MU
    nearest = (gaps**2).sum(axis=-1).argmin(axis=1)
    assert np.allclose(np.linalg.norm(worlds.RING_MU, axis=1), 2)
    assert np.bincount(nearest, minlength=8).min() > 850
    assert np.allclose(gaps[np.arange(8000), nearest].std(axis=0), worlds.RING_STD, rtol=0.05)


def test_a_flat_cloud_has_the_covariance_it_claims() -> None:
    """The cloud's mean and covariance are CLOUD_MU and CLOUD_Wᵀ CLOUD_W + CLOUD_STD² I; three of its directions hold noise alone."""
    points = worlds.flat_cloud(100_000, np.random.default_rng(10))
    wanted = worlds.CLOUD_W.T @ worlds.CLOUD_W + worlds.CLOUD_STD**2 * np.eye(5)
    assert np.allclose(points.mean(axis=0), worlds.CLOUD_MU, atol=0.05)
    assert np.allclose(np.cov(points.T), wanted, atol=0.1)
    assert np.allclose(np.linalg.eigvalsh(wanted)[:3], 0.16)


def test_symbols_and_their_places() -> None:
    """encode and decode undo each other on the thirty symbols, and refuse everything else by name."""
    assert data.decode(data.encode(data.ALPHABET)) == data.ALPHABET
    assert data.encode("").shape == (0,)
    with pytest.raises(ValueError, match="the text has 'Ä'"):
        data.encode("aÄ")
    with pytest.raises(ValueError, match="got -1 to 30"):
        data.decode([-1, 30])


def test_color_names_as_text() -> None:
    """850 names to learn from and 99 held out, each once, all in the alphabet."""
    train, held_out = data.color_text()
    assert (train.count("\n"), held_out.count("\n")) == (851, 100)
    assert sorted(train.strip().split("\n") + held_out.strip().split("\n")) == sorted(data.colors().names)
    data.encode(train + held_out)


def test_color_families() -> None:
    """554 colors in nine families; the nearest other color has the same family for 89.2 %, the largest family holds 30.9 %."""
    rgb, labels, names = data.color_families()
    assert (rgb.shape, labels.shape, len(names)) == ((554, 3), (554,), 9)
    away = ((rgb[:, None] - rgb) ** 2).sum(axis=-1)
    np.fill_diagonal(away, np.inf)
    assert round((labels[away.argmin(axis=1)] == labels).mean(), 3) == 0.892
    assert round(np.bincount(labels).max() / 554, 3) == 0.309


def test_letters_are_a_to_z_and_single_spaces() -> None:
    """letters(n) holds the words of docs(n) in lower case and nothing else."""
    import re

    text = data.letters(40)
    assert set(text) <= set(data.ALPHABET[1:2] + data.ALPHABET[4:])
    assert text.split(" ") == re.findall("[a-z]+", " ".join(data.docs(40)).lower())
