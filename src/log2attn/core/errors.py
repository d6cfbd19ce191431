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
