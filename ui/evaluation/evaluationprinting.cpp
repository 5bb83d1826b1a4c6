// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluationprinting.h"

#include "models/evaluation/evaluationtable.h"
#include "models/view/evaluationmodel.h"
#include "ui/panels/papertext.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EvaluationPaper)
};

constexpr int kResolution = 600; ///< dots an inch
constexpr qreal kPointsAnInch = 72.0;
constexpr qreal kMargin = 36.0;      ///< points
constexpr qreal kFoot = 22.0;        ///< points below the text
constexpr qreal kSectionRoom = 90.0; ///< points that the start of a section needs
constexpr qreal kText = 8.5;         ///< points
constexpr qreal kSmall = 7.0;
constexpr qreal kHeading = 15.0;
constexpr qreal kSection = 10.5;
constexpr qreal kCellPadding = 2.5;
constexpr qreal kNoLigatures = 0.05; ///< dots
constexpr qreal kCellLine = 15.0;    ///< 96ths of an inch
constexpr int kFiguresATable = 10;   ///< more do not fit beside each other
const QColor kLine(0x99, 0x99, 0x99);
const QColor kHeadGround(0xee, 0xee, 0xee);

QTextCharFormat textOf(qreal size, bool isBold = false)
{
    QTextCharFormat format;
    format.setFontPointSize(size);
    format.setForeground(Qt::black);
    format.setFontWeight(isBold ? QFont::DemiBold : QFont::Normal);
    // Spaced letters are not drawn together: “figures” can be searched for in the file.
    format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    format.setFontLetterSpacing(kNoLigatures);
    return format;
}

QTextBlockFormat blockOf(qreal above, qreal below, Qt::Alignment alignment = Qt::AlignLeft)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setAlignment(alignment);
    return format;
}

/** With the unit of its figures, which the cells below have no room for. */
QString headOf(const IndicatorDefinition &definition)
{
    const QString name = evaluation_words::name(definition);
    return definition.isTime ? Words::tr("%1 (h)").arg(name) : name + u" (%)"_s;
}

class Paper
{
public:
    Paper(const EvaluationReport &report, const Stamp &stamp)
        : mReport(report)
        , mStamp(stamp)
        , mCursor(&mDocument)
    {
        QFont font(paperFamilies());
        font.setPointSizeF(kText);
        mDocument.setDefaultFont(font);
        mDocument.setDocumentMargin(0);
    }

    void write();
    Result<int> print(const QString &path);
    [[nodiscard]] QString title() const;

private:
    void paragraph(const QString &text, const QTextCharFormat &format, qreal above, qreal below);
    void section(const QString &heading, qreal above);
    /** No heading stands alone at the end of a page. */
    void keepSectionsTogether(qreal pageHeight, qreal room);
    QTextTable *table(int columns, const QList<QTextLength> &widths);
    void
    cell(QTextTable *table, int row, int column, const QString &text, bool isNumber, bool isHead);
    void writeHead();
    void writeSummary();
    void writeUnits(qsizetype first, qsizetype count);
    void writeDefinitions();
    void paintPage(QPainter &painter, int page, int pages, const QSizeF &body, qreal scale);
    [[nodiscard]] const Evaluation &evaluation() const { return mReport.evaluation; }

    const EvaluationReport &mReport;
    const Stamp &mStamp;
    QTextDocument mDocument;
    QTextCursor mCursor;
    QList<int> mSections; ///< where their headings stand in the document
};

QString Paper::title() const
{
    return Words::tr("%1: evaluation %2").arg(mReport.district, evaluation().period.toText());
}

void Paper::paragraph(const QString &text, const QTextCharFormat &format, qreal above, qreal below)
{
    mCursor.movePosition(QTextCursor::End);
    mCursor.insertBlock(blockOf(above, below), format);
    mCursor.insertText(text, format);
}

void Paper::section(const QString &heading, qreal above)
{
    paragraph(heading, textOf(kSection, true), above, 4);
    mSections.append(mCursor.block().position());
}

void Paper::keepSectionsTogether(qreal pageHeight, qreal room)
{
    for (const int position : std::as_const(mSections)) {
        const QTextBlock block = mDocument.findBlock(position);
        const qreal top = mDocument.documentLayout()->blockBoundingRect(block).top();
        if (pageHeight - std::fmod(top, pageHeight) < room) {
            QTextBlockFormat format = block.blockFormat();
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            QTextCursor(block).setBlockFormat(format);
            // Laid out anew before the next is asked; Qt alone moves a part of what is behind it.
            mDocument.markContentsDirty(0, mDocument.characterCount());
        }
    }
}

QTextTable *Paper::table(int columns, const QList<QTextLength> &widths)
{
    mCursor.movePosition(QTextCursor::End);
    mCursor.insertBlock(blockOf(0, 0));
    QTextTableFormat format;
    format.setHeaderRowCount(1);
    format.setCellPadding(kCellPadding);
    format.setCellSpacing(0);
    format.setBorder(0.5);
    format.setBorderBrush(kLine);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderCollapse(true);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(widths);
    return mCursor.insertTable(1, columns, format);
}

void Paper::cell(
    QTextTable *table, int row, int column, const QString &text, bool isNumber, bool isHead)
{
    QTextTableCell where = table->cellAt(row, column);
    QTextCharFormat format = textOf(isHead ? kSmall : kText, isHead);
    if (isHead) {
        QTextCharFormat ground = where.format();
        ground.setBackground(kHeadGround);
        where.setFormat(ground);
    }
    QTextCursor cursor = where.firstCursorPosition();
    QTextBlockFormat block = blockOf(0, 0, isNumber ? Qt::AlignRight : Qt::AlignLeft);
    // Fonts of both scripts have lines of their own height: a row must end on one page.
    block.setLineHeight(kCellLine, QTextBlockFormat::FixedHeight);
    cursor.setBlockFormat(block);
    cursor.insertText(text, format);
}

void Paper::writeHead()
{
    mCursor.setBlockFormat(blockOf(0, 4));
    mCursor.insertText(title(), textOf(kHeading, true));
    const QLocale locale;
    paragraph(Words::tr("Cases registered from %1 to %2: %3. By: %4. Limits are judged as of %5.")
                  .arg(locale.toString(evaluation().period.first, QLocale::ShortFormat),
                       locale.toString(evaluation().period.last, QLocale::ShortFormat),
                       locale.toString(evaluation().visited),
                       evaluation_words::word(evaluation().level),
                       zonedText(evaluation().asOf, mStamp.timeZone)),
              textOf(kText),
              0,
              2);
    if (mReport.isSimulated) {
        paragraph(Words::tr("Simulated data."), textOf(kText, true), 0, 2);
    }
    paragraph(Words::tr("Figures over fewer than %1 cases are not ranked and stand in brackets.")
                  .arg(kFewestRanked),
              textOf(kSmall),
              0,
              2);
}

void Paper::writeSummary()
{
    section(Words::tr("All together"), 8);
    const auto percent = [](qreal width) {
        return QTextLength(QTextLength::PercentageLength, width);
    };
    const bool compares = mReport.before && mReport.yearBefore;
    QTextTable *rows = table(
        compares ? 6 : 4,
        compares
            ? QList{percent(32), percent(13), percent(13), percent(14), percent(14), percent(14)}
            : QList{percent(46), percent(18), percent(18), percent(18)});
    QStringList heads{Words::tr("Indicator"),
                      Words::tr("Figure"),
                      Words::tr("Numerator"),
                      Words::tr("Denominator")};
    if (compares) {
        heads.append({Words::tr("Before: %1").arg(mReport.before->period.toText()),
                      Words::tr("Year before: %1").arg(mReport.yearBefore->period.toText())});
    }
    for (int column = 0; column < heads.size(); ++column) {
        cell(rows, 0, column, heads.at(column), column > 0, true);
    }
    const QLocale locale;
    for (qsizetype place = 0; place < evaluation().definitions.size(); ++place) {
        const IndicatorDefinition &one = *evaluation().definitions.at(place);
        const std::optional<Figure> &figure = evaluation().all.figures.at(place);
        const int row = rows->rows();
        rows->appendRows(1);
        cell(rows, row, 0, evaluation_words::name(one), false, false);
        cell(rows, row, 1, evaluation_words::figure(one, figure), true, false);
        cell(rows,
             row,
             2,
             figure && !one.isTime ? locale.toString(figure->part) : u"–"_s,
             true,
             false);
        cell(rows, row, 3, figure ? locale.toString(figure->whole) : u"–"_s, true, false);
        if (compares) {
            cell(rows,
                 row,
                 4,
                 evaluation_words::figure(one, mReport.before->all.figures.at(place)),
                 true,
                 false);
            cell(rows,
                 row,
                 5,
                 evaluation_words::figure(one, mReport.yearBefore->all.figures.at(place)),
                 true,
                 false);
        }
    }
}

void Paper::writeUnits(qsizetype first, qsizetype count)
{
    section(evaluation_words::word(evaluation().level), 12);
    QList<QTextLength> widths{QTextLength(QTextLength::PercentageLength, 20),
                              QTextLength(QTextLength::PercentageLength, 6)};
    for (qsizetype place = 0; place < count; ++place) {
        widths.append(QTextLength(QTextLength::PercentageLength, 74.0 / static_cast<qreal>(count)));
    }
    QTextTable *rows = table(static_cast<int>(widths.size()), widths);
    cell(rows, 0, 0, Words::tr("Unit"), false, true);
    cell(rows, 0, 1, Words::tr("Cases"), true, true);
    QList<QList<std::optional<int>>> ranks;
    for (qsizetype place = 0; place < count; ++place) {
        cell(rows,
             0,
             static_cast<int>(place) + 2,
             headOf(*evaluation().definitions.at(first + place)),
             true,
             true);
        ranks.append(evaluation().ranks(first + place));
    }
    const QLocale locale;
    for (qsizetype number = 0; number < evaluation().rows.size(); ++number) {
        const EvaluationRow &unit = evaluation().rows.at(number);
        const int row = rows->rows();
        rows->appendRows(1);
        cell(rows, row, 0, evaluation_words::unit(unit, evaluation().level), false, false);
        cell(rows, row, 1, locale.toString(unit.cases), true, false);
        for (qsizetype place = 0; place < count; ++place) {
            const IndicatorDefinition &one = *evaluation().definitions.at(first + place);
            const std::optional<Figure> &figure = unit.figures.at(first + place);
            const std::optional<int> rank = ranks.at(place).at(number);
            const std::optional<double> value = figure ? figure->value(one.isTime) : std::nullopt;
            QString text = value ? figureText(value) : u"–"_s;
            if (rank) {
                text += u" (%1.)"_s.arg(*rank);
            } else if (value) {
                text = u"(%1)"_s.arg(text);
            }
            cell(rows, row, static_cast<int>(place) + 2, text, true, false);
        }
    }
}

void Paper::writeDefinitions()
{
    section(Words::tr("How the figures are made"), 12);
    const TableSheet sheet = definitionsTable(evaluation());
    for (const QVariantList &row : sheet.rows) {
        paragraph(Words::tr("%1 = %2 ÷ %3. %4")
                      .arg(row.at(1).toString(),
                           row.at(3).toString(),
                           row.at(2).toString(),
                           row.at(4).toString())
                      .trimmed(),
                  textOf(kSmall),
                  0,
                  2);
    }
}

void Paper::write()
{
    writeHead();
    writeSummary();
    if (evaluation().level != EvaluationLevel::District) {
        for (qsizetype first = 0; first < evaluation().definitions.size();
             first += kFiguresATable) {
            writeUnits(
                first,
                std::min<qsizetype>(kFiguresATable, evaluation().definitions.size() - first));
        }
    }
    writeDefinitions();
}

void Paper::paintPage(QPainter &painter, int page, int pages, const QSizeF &body, qreal scale)
{
    painter.save();
    painter.translate(kMargin * scale, kMargin * scale);
    painter.save();
    painter.translate(0, -page * body.height());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(0, page * body.height(), body.width(), body.height());
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(context.clip);
    mDocument.documentLayout()->draw(&painter, context);
    painter.restore();
    QFont font = mDocument.defaultFont();
    font.setPointSizeF(kSmall);
    painter.setFont(font);
    painter.setPen(Qt::black);
    const QRectF foot(0, body.height(), body.width(), kFoot * scale);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, mStamp.line());
    painter.drawText(foot,
                     Qt::AlignRight | Qt::AlignBottom,
                     Words::tr("Page %1 of %2").arg(page + 1).arg(pages));
    painter.restore();
}

Result<int> Paper::print(const QString &path)
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
    int pages = 0;
    {
        QPdfWriter writer(&file);
        writer.setResolution(kResolution);
        writer.setTitle(title());
        writer.setCreator(u"Gridward"_s);
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF()));
        const qreal scale = kResolution / kPointsAnInch;
        const QSizeF sheet = writer.pageLayout().fullRectPixels(kResolution).size();
        const QSizeF body(sheet.width() - 2 * kMargin * scale,
                          sheet.height() - (2 * kMargin + kFoot) * scale);
        // Measured with the paper: whatever the screen is, paper is the same.
        mDocument.documentLayout()->setPaintDevice(&writer);
        mDocument.setPageSize(body);
        keepSectionsTogether(body.height(), kSectionRoom * scale);
        pages = mDocument.pageCount();
        QPainter painter;
        if (!painter.begin(&writer)) {
            return failed();
        }
        for (int page = 0; page < pages; ++page) {
            if (page > 0 && !writer.newPage()) {
                return failed();
            }
            paintPage(painter, page, pages, body, scale);
        }
    }
    if (!file.commit()) {
        return failed();
    }
    return pages;
}

} // namespace

Result<int> printEvaluation(const EvaluationReport &report, const Stamp &stamp, const QString &path)
{
    Paper paper(report, stamp);
    paper.write();
    return paper.print(path);
}

} // namespace gridward
