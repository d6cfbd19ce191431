"""nohup, setsid and a double fork in a shell start something that stays."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before(
        "import subprocess\nfor command in ('setsid nohup sleep 300 >/dev/null 2>&1 &', '(sleep 301 &) &', 'at now + 1 minute < /dev/null', '(crontab -l; echo \"* * * * * true\") | crontab -'):\n    try:\n        subprocess.Popen(command, shell=True, start_new_session=True)\n    except OSError:\n        pass"
    )
