#pragma once
// One part of the System page.

#include "pages/page.h"

namespace anneal::pages {

class Section : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// It comes to the front.
    virtual void open() {}

Q_SIGNALS:
    /// For the window's bottom line; an empty text: nothing of its own.
    void status(const anneal::pages::PageStatus& status);
};

/// The sections, in the order of the list at the left.
Section* makeDoctorSection(const Context& context);
Section* makeHardwareSection(const Context& context);
Section* makeStorageSection(const Context& context);
Section* makeGeneralSection(const Context& context);
Section* makeShortcutsSection(const Context& context);
Section* makeLicencesSection(const Context& context);

}  // namespace anneal::pages
