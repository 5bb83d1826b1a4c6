// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/wallport.h"

namespace gridward {

QString addressOf(const Case &subject)
{
    return hasReporter(subject.source) ? QString() : subject.address;
}

Case caseForWall(const Case &subject)
{
    Case shown = subject;
    shown.text.clear();
    shown.address = addressOf(subject);
    shown.externalId.clear(); // the number under which a hotline knows who called
    return shown;
}

} // namespace gridward
