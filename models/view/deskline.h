// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/view/deskcommand.h"

/** The parts of a command line, for those who read it. */
namespace gridward::desk_line {

/** Where reading has come to in a line. */
struct Cursor
{
    const QString line;
    qsizetype at = 0;

    void skip()
    {
        while (at < line.size() && line.at(at).isSpace()) {
            ++at;
        }
    }
    [[nodiscard]] bool atEnd() const { return at >= line.size(); }
    /** The token from here to the next space. */
    [[nodiscard]] QString token() const
    {
        qsizetype end = at;
        while (end < line.size() && !line.at(end).isSpace()) {
            ++end;
        }
        return line.mid(at, end - at);
    }
};

/** Full-width signs, as an input method writes them, are the same signs; the length stays. */
[[nodiscard]] QString narrow(const QString &line);
/** Nothing if no verb begins there; a colon before it is passed over. */
[[nodiscard]] std::optional<DeskVerb> takeVerb(Cursor &cursor);
[[nodiscard]] bool wantsRows(DeskVerb verb);
[[nodiscard]] bool startsRow(const Cursor &cursor);
/** Row lists that follow each other: "2,4 - 6" with spaces about the signs is one of them. */
QString takeRows(Cursor &cursor);
/** "2,4-6" as its items. */
[[nodiscard]] QStringList itemsOf(QString rows);

} // namespace gridward::desk_line
