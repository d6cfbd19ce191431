"""One reading, answer by answer, from the keyboard. What is given is entered at once, so that stopping anywhere loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from log2attn.core.errors import CourseError
from log2attn.grading.desk.reading import Answer, Question, paragraphs, points_and_comment

HELP = """\
POINTS COMMENT  gives both, for example: 1.5 Say what is added to what.
POINTS          gives points; a comment that is there stays
c COMMENT       with the points that are there, another comment; c alone takes it away
Enter           goes on: an answer with points keeps them, one without waits
b  back one     m  the question and the model answer again     q  stop     ?  this help"""

Give = Callable[[Answer, float, str | None], None]


class Session:
    """The answers to one question, one after another.

    give  enters points and comment; raises CourseError if that cannot be done
    ask   shows a prompt and returns what was typed; EOFError or KeyboardInterrupt stop the reading
    """

    def __init__(
        self,
        question: Question,
        answers: list[Answer],
        give: Give,
        ask: Callable[[str], str],
        say: Callable[[str], None],
        *,
        width: int = 80,
        anonymous: bool = False,
    ) -> None:
        self.question, self.answers, self.give, self.ask, self.say = question, answers, give, ask, say
        self.width, self.anonymous = width, anonymous
        self.given: set[int] = set()

    def run(self) -> int:
        """Read until the end or until somebody stops; returns how many answers were given points or a comment."""
        self._show_question()
        self.say("\n" + HELP)
        at, shown = 0, -1
        while at < len(self.answers):
            if shown != at:
                self._show(at)
                shown = at
            try:
                line = self.ask(self._prompt(at)).strip()
            except (EOFError, KeyboardInterrupt):
                self.say("")
                break
            if line == "q":
                break
            try:
                at, again = self._do(line, at)
            except CourseError as error:
                self.say(f"Not given. {error.what} {error.then}".strip())
                continue
            shown = -1 if again else shown
        return len(self.given)

    def _do(self, line: str, at: int) -> tuple[int, bool]:
        """What a line asks for; returns which answer comes next, and whether to show it even if it is the same. Raises CourseError for a line that means nothing."""
        answer = self.answers[at]
        command, _, rest = line.partition(" ")
        if command in ("?", "m", "b") and not rest:
            if command == "?":
                self.say(HELP)
            elif command == "m":
                self._show_question()
            return (max(at - 1, 0), True) if command == "b" else (at, command == "m")
        if not line and answer.waits and answer.score is not None:
            self._enter(at, answer.score, None)
        elif command == "c":
            if answer.score is None:
                raise CourseError(
                    "There are no points yet for this comment to stand beside.",
                    then="Type the points first, then the comment.",
                )
            self._enter(at, answer.score, rest.strip())
        elif line:
            self._enter(at, *points_and_comment(line, self.question.points))
        return at + 1, False

    def _enter(self, at: int, score: float, comment: str | None) -> None:
        self.give(self.answers[at], score, comment)
        self.answers[at] = self.answers[at].given(score, comment)
        self.given.add(at)

    def _show_question(self) -> None:
        model = self.question.model or "(the notebook holds none)"
        for title, text in (("Asked", self.question.asked), ("Model answer", model)):
            if text:
                self.say(f"\n── {title} ".ljust(self.width + 1, "─") + "\n")
                self._say_text(text)

    def _show(self, at: int) -> None:
        answer = self.answers[at]
        name = "" if self.anonymous else f" · {answer.learner}"
        title = f"── {at + 1} of {len(self.answers)}{name} "
        self.say("\n" + title.ljust(self.width, "─") + "\n")
        self._say_text(answer.text.strip() or "(empty)", prose=answer.prose)
        self.say("")
        for line in self._standing(answer):
            self.say(line)

    def _say_text(self, text: str, *, prose: bool = True) -> None:
        self.say("\n".join(paragraphs(text, self.width, prose=prose)).rstrip())

    def _standing(self, answer: Answer) -> Iterator[str]:
        if answer.score is not None:
            graded_again = ", and this was graded again since" if answer.waits else ""
            yield f"Given before: {answer.score:g}{graded_again}."
        elif answer.machine is not None:
            yield f"The machine gave {answer.machine:g}."
        if answer.comment:
            yield f"Comment: {answer.comment}"

    def _prompt(self, at: int) -> str:
        score = self.answers[at].score
        keeps = f", Enter keeps {score:g}" if score is not None else ""
        return f"points of {self.question.points:g}{keeps} (? for help) > "
