import os
import signal

from katalys_cli import beside


def test_the_work_is_done_in_another_process():
    result = beside.started(os.getpid)

    assert result() != os.getpid()


def test_ctrl_c_is_left_to_the_first_process():
    assert beside.started(lambda: signal.getsignal(signal.SIGINT))() == signal.SIG_IGN


def test_what_another_process_does_not_answer_is_done_here():
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os._exit(1)
        return "done here"

    assert beside.started(work)() == "done here"
