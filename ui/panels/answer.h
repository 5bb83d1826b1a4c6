// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"

#include <QFuture>
#include <QPointer>

#include <utility>

namespace gridward {

/**
 * Gives the answer of a district to a widget, on the GUI thread; nothing happens if the widget is
 * gone by then. The district outlives all of its answers.
 */
template <typename T, typename Receiver, typename Take>
void whenAnswered(QFuture<Result<T>> future, DistrictPort &district, Receiver *receiver, Take take)
{
    future.then(
        &district,
        [receiver = QPointer<Receiver>(receiver), take = std::move(take)](const Result<T> &answer) {
            if (receiver) {
                take(answer);
            }
        });
}

} // namespace gridward
