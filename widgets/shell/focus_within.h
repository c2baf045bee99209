#pragma once
// Tab that goes round within one widget instead of the whole window.

class QWidget;

namespace anneal::shell {

/// The next that takes Tab within `area`, in the order of the focus chain. Always true: the focus never leaves.
bool moveFocusWithin(QWidget& area, bool next);

}  // namespace anneal::shell
