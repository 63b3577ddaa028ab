"""The papers: choose who reads them, look at them, take them."""

import streamlit as st

from accord.i18n import _
from components import package_choices, package_download, sharing
from components.page import close_page, open_page

case = open_page("package", title=_("The papers"))

st.title(_("Papers a clerk can read in three minutes"), anchor=False)
st.markdown(_("Choose who reads them and in which language. The bank's copy never holds what is only for you."))

package_choices.choices(case)
package_choices.what_is_missing(case)
package_download.build_button(case)
package_download.whole_bundle(case)
package_download.three_images(case)

sharing.link_here()

close_page("package")
