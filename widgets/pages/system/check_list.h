#pragma once
// The doctor's checks as rows: what could be better first, then the rest by what they are about.

#include "controls/card.h"
#include "models/doctor_report.h"
#include "pages/host.h"

namespace anneal::pages {

class CheckList : public controls::Card {
    Q_OBJECT
public:
    explicit CheckList(Host& host);
    void show(const models::DoctorReport& report);

private:
    void addGroup(const QString& name);
    void addCheck(const system::Check& check, const models::CheckWords& words);

    Host& host_;
    QVBoxLayout* column_;
};

}  // namespace anneal::pages
