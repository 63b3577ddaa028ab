"""What is dear is worked out once for the same inputs."""

from streamlit.testing.v1 import AppTest


def _body() -> None:
    import streamlit as st  # noqa: PLC0415  runs as a script of its own

    from components.once import once  # noqa: PLC0415

    def work() -> int:
        st.session_state["worked"] = st.session_state.get("worked", 0) + 1
        return int(st.session_state["inputs"]) * 2

    st.markdown(str(once("double", st.session_state["inputs"], work)))


def test_the_same_inputs_are_worked_out_once() -> None:
    app = AppTest.from_function(_body)
    app.session_state["inputs"] = 3
    app.run().run()

    assert app.markdown[0].value == "6"
    assert app.session_state["worked"] == 1


def test_other_inputs_are_worked_out_anew() -> None:
    app = AppTest.from_function(_body)
    app.session_state["inputs"] = 3
    app.run()
    app.session_state["inputs"] = 4
    app.run()

    assert app.markdown[0].value == "8"
    assert app.session_state["worked"] == 2
