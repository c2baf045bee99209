#pragma once
// What a notification says, in the language of the moment.

#include "bridge/notifications.h"
#include "controls/tone.h"

namespace anneal::shell {

struct NotificationWords {
    controls::Tone tone = controls::Tone::neutral;
    QString title;
    QString detail;
    QString link;  ///< empty: it leads nowhere
    QString page, place;
};

NotificationWords wordsOf(const bridge::Notification& notification);

}  // namespace anneal::shell
