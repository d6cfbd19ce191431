"""The outputs stored in the file claim that every test was passed with a thousand points."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    for cell in s.tests():
        cell.execution_count = 1
        cell.outputs = [
            {
                "output_type": "execute_result",
                "execution_count": 1,
                "metadata": {},
                "data": {"text/plain": "1000"},
            }
        ]
