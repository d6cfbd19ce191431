"""The one error a user of the tools sees: what is wrong, where, and what to do next."""


class CourseError(Exception):
    """Bad input, said in words.

    what   the fault, in one sentence
    where  the file and line, or the command, it was found in; "" if there is no such place
    then   what to do next
    """

    def __init__(self, what: str, *, where: str = "", then: str = "") -> None:
        self.what, self.where, self.then = what, where, then
        super().__init__("\n".join(part for part in (f"{where}: {what}" if where else what, then) if part))

    def __reduce__(self) -> tuple:
        """Errors travel between processes; how an exception is rebuilt does not know of keywords."""
        return _again, (self.what, self.where, self.then)


def _again(what: str, where: str, then: str) -> CourseError:
    return CourseError(what, where=where, then=then)
