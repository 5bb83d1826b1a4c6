// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/street/roundprinting.h"

#include "ui/street/roundpaper.h"

#include <QCoreApplication>
#include <QDir>
#include <QPdfWriter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RoundPaper)
};

constexpr int kResolution = 600; ///< dots an inch

Result<int> printPdf(const RoundPaper &paper, const QString &title, const QString &path)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return Error{ErrorCode::Unreadable,
                     Words::tr("“%1” cannot be written: %2.")
                         .arg(QDir::toNativeSeparators(path), file.errorString()),
                     {}};
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return failed();
    }
    {
        QPdfWriter writer(&file);
        writer.setResolution(kResolution);
        writer.setTitle(title);
        writer.setCreator(u"Gridward"_s);
        if (!paper.paint(writer)) {
            return failed();
        }
    }
    if (!file.commit()) {
        return failed();
    }
    return paper.pageCount();
}

Result<int> printSheets(const RoundPaper &paper, const QString &title, const QString &name)
{
    const QPrinterInfo info = QPrinterInfo::printerInfo(name);
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setDocName(title);
    printer.setFullPage(true);
    if (info.isNull() || !paper.paint(printer)) {
        return Error{
            ErrorCode::Unreachable,
            Words::tr("The printer “%1” did not take the list. Print a PDF instead.").arg(name),
            {}};
    }
    return paper.pageCount();
}

} // namespace

Result<int> printRound(const RoundList &list, const Stamp &stamp, const RoundPrintOrder &order)
{
    const RoundPaper paper(list, stamp);
    const QString title = Words::tr("%1: list for the round").arg(list.streetName);
    return order.path.isEmpty() ? printSheets(paper, title, order.printer)
                                : printPdf(paper, title, order.path);
}

} // namespace gridward
