"""The hardened way in: the same pages as app.py, with our own routes beside them and a guard in front.

Started by `make run` and by every hosted deployment as `streamlit run serve.py`; address, port and allowed hosts
are flags of that command. `python serve.py` starts it for this machine alone. Both refuse unsafe settings, by name.
`streamlit run app.py` stays the plain way, for Community Cloud.
"""

from pathlib import Path

import streamlit as st

from accord.serving import begin_serving
from accord.settings import hand_in
from components.storeroom import kept_secrets
from components.trouble import broke_off
from web.calm import script_trouble
from web.logs import keep_logs_clean
from web.opening import opening
from web.routes import TROUBLES, guard, routes

FRAME = Path(st.__file__).parent / "static" / "index.html"
LOCAL = {
    "server.address": "127.0.0.1",
    "server.port": 8501,
    "server.allowedHosts": ["127.0.0.1", "localhost"],
}

keep_logs_clean()
begin_serving()
hand_in(kept_secrets)

app = st.App(
    "app.py",
    routes=routes(st.get_option),
    middleware=[guard(st.get_option, FRAME)],
    exception_handlers=TROUBLES,
    on_script_error=script_trouble(broke_off),
    lifespan=opening(st.get_option),
)

if __name__ == "__main__":
    app.run(config=LOCAL)
