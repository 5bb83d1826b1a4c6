// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepage/folderpaper.h"

#include "ui/casepage/caseplan.h"
#include "ui/panels/papertext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

using dossier_words::Line;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CaseFolder)
};

constexpr int kResolution = 600; ///< dots an inch
// All in points, on A4.
constexpr qreal kWidth = 595.0;
constexpr qreal kHeight = 842.0;
constexpr qreal kSide = 40.0;
constexpr qreal kInner = kWidth - 2.0 * kSide;
constexpr qreal kHead = 30.0;
constexpr qreal kFirst = 56.0;
constexpr qreal kLast = kHeight - 52.0;
constexpr qreal kText = 9.0;
constexpr qreal kSmall = 8.0;
constexpr qreal kPad = 3.0;
constexpr qreal kPlanHeight = 290.0;
constexpr qreal kPictureWidth = 230.0;
constexpr qreal kPictureHeight = 190.0;
constexpr int kPictureSide = 1600;          ///< pixels: 480 dots an inch at that width
constexpr qint64 kMostPixels = 120'000'000; ///< a small file can unfold into all of the memory
constexpr std::array<double, 2> kFactShares{0.22, 0.78};
constexpr std::array<double, 2> kNarrowShares{0.30, 0.70}; ///< beside a picture

const QColor kAlert(0xa8, 0x1c, 0x12);
const QColor kShade(0xec, 0xec, 0xec);

QImage pictureOf(const FolderFile &file)
{
    if (!file.mediaType.startsWith("image/"_L1)) {
        return {};
    }
    QByteArray bytes = file.content;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || static_cast<qint64>(size.width()) * size.height() > kMostPixels) {
        return {};
    }
    if (size.width() > kPictureSide || size.height() > kPictureSide) {
        reader.setScaledSize(size.scaled(kPictureSide, kPictureSide, Qt::KeepAspectRatio));
    }
    return reader.read();
}

/**
 * Lays the blocks on pages from top to bottom. Goes through them twice: without a painter it counts
 * the pages, which every page names; with one it paints the same.
 */
class FolderPages
{
public:
    FolderPages(const CaseFolder &folder, QPdfWriter *writer, QPainter *painter, int pages)
        : mFolder(folder)
        , mWriter(writer)
        , mPainter(painter)
        , mPages(pages)
    {
    }

    /** How many pages there are; 0 if the paper ran out. */
    [[nodiscard]] int layOut();

private:
    struct Cells
    {
        QList<QStringList> lines; ///< of each cell
        QList<qreal> left;
        QList<qreal> width;
    };
    void turn();
    void paintFrame();
    [[nodiscard]] bool makeRoom(qreal height);
    void lay(const FolderBlock &block);
    void layHeading(const QString &text, qreal below);
    [[nodiscard]] static qreal leastOf(const FolderBlock &block);
    void layText(const QString &text, bool alert);
    void layFacts(const QList<Line> &lines, qreal left, qreal width);
    void layTable(const FolderBlock &block);
    void layRow(const Cells &cells, const PaperText &text, const QColor &ink, bool shaded);
    void layPlan();
    void layPicture(const FolderBlock &block);
    [[nodiscard]] static Cells cellsOf(const QStringList &texts,
                                       const QList<double> &shares,
                                       const PaperText &text,
                                       qreal left,
                                       qreal width);
    void draw(const PaperText &text, const QRectF &area, const QColor &ink, const QString &words);

    const CaseFolder &mFolder;
    QPdfWriter *mWriter;
    QPainter *mPainter;
    int mPages;
    int mPage = 1;
    qreal mTop = kFirst;
    bool mIsOk = true;
};

int FolderPages::layOut()
{
    paintFrame();
    const PaperText title(16.0, true);
    for (const QString &line : title.lines(mFolder.title, kInner)) {
        draw(title, QRectF(kSide, mTop, kInner, title.lineHeight()), Qt::black, line);
        mTop += title.lineHeight();
    }
    mTop += 6.0;
    for (qsizetype i = 0; i < mFolder.blocks.size(); ++i) {
        const FolderBlock &block = mFolder.blocks.at(i);
        if (block.kind == FolderBlock::Kind::Heading && i + 1 < mFolder.blocks.size()) {
            layHeading(block.text, leastOf(mFolder.blocks.at(i + 1)));
        } else {
            lay(block);
        }
    }
    return mIsOk ? mPage : 0;
}

void FolderPages::draw(const PaperText &text,
                       const QRectF &area,
                       const QColor &ink,
                       const QString &words)
{
    if (mPainter != nullptr) {
        mPainter->setPen(ink);
        text.drawLine(*mPainter, area.topLeft(), words);
    }
}

void FolderPages::turn()
{
    ++mPage;
    mTop = kFirst;
    if (mWriter != nullptr) {
        mIsOk = mWriter->newPage() && mIsOk;
    }
    paintFrame();
}

void FolderPages::paintFrame()
{
    if (mPainter == nullptr) {
        return;
    }
    const QRectF head(kSide, kHead, kInner, 14.0);
    mPainter->setPen(Qt::black);
    PaperText(kSmall, true)
        .draw(*mPainter,
              head,
              Qt::AlignLeft | Qt::AlignVCenter,
              mFolder.district.isEmpty() ? mFolder.number
                                         : u"%1  ·  %2"_s.arg(mFolder.number, mFolder.district));
    if (mFolder.simulated) {
        PaperText(kSmall, true)
            .draw(
                *mPainter, head, Qt::AlignHCenter | Qt::AlignVCenter, Words::tr("Simulated data"));
    }
    PaperText(kSmall).draw(*mPainter,
                           head,
                           Qt::AlignRight | Qt::AlignVCenter,
                           Words::tr("Page %1 of %2").arg(mPage).arg(mPages));
    mPainter->setPen(QPen(Qt::black, 0.8));
    mPainter->drawLine(QPointF(kSide, kHead + 17.0), QPointF(kWidth - kSide, kHead + 17.0));
    mPainter->setPen(QPen(Qt::black, 0.5));
    const qreal foot = kHeight - 42.0;
    mPainter->drawLine(QPointF(kSide, foot), QPointF(kWidth - kSide, foot));
    PaperText(7.5).draw(*mPainter,
                        QRectF(kSide, foot + 2.0, kInner, 14.0),
                        Qt::AlignLeft | Qt::AlignVCenter,
                        mFolder.stamp);
}

/** Turns the page if that much does not fit any more; false if it never will. */
bool FolderPages::makeRoom(qreal height)
{
    if (mTop + height > kLast && mTop > kFirst) {
        turn();
    }
    return mTop + height <= kLast;
}

void FolderPages::lay(const FolderBlock &block)
{
    switch (block.kind) {
    case FolderBlock::Kind::Heading:
        layHeading(block.text, 0.0);
        break;
    case FolderBlock::Kind::Text:
    case FolderBlock::Kind::Alert:
        layText(block.text, block.kind == FolderBlock::Kind::Alert);
        break;
    case FolderBlock::Kind::Facts:
        layFacts(block.lines, kSide, kInner);
        mTop += 4.0;
        break;
    case FolderBlock::Kind::Table:
        layTable(block);
        break;
    case FolderBlock::Kind::Plan:
        layPlan();
        break;
    case FolderBlock::Kind::Picture:
        layPicture(block);
        break;
    }
}

/** What must fit below a heading, which never stands alone at the end of a page. */
qreal FolderPages::leastOf(const FolderBlock &block)
{
    switch (block.kind) {
    case FolderBlock::Kind::Plan:
        return kPlanHeight;
    case FolderBlock::Kind::Picture:
        return kPictureHeight + 2.0 * PaperText(kText, true).lineHeight();
    default:
        return 40.0;
    }
}

void FolderPages::layHeading(const QString &text, qreal below)
{
    const PaperText font(11.0, true);
    mTop += mTop > kFirst ? 8.0 : 0.0;
    (void)makeRoom(font.lineHeight() + 5.0 + below);
    draw(font, QRectF(kSide, mTop, kInner, font.lineHeight()), Qt::black, text);
    mTop += font.lineHeight() + 1.0;
    if (mPainter != nullptr) {
        mPainter->setPen(QPen(Qt::black, 0.4));
        mPainter->drawLine(QPointF(kSide, mTop), QPointF(kWidth - kSide, mTop));
    }
    mTop += 4.0;
}

void FolderPages::layText(const QString &text, bool alert)
{
    const PaperText font(kText, alert);
    const qreal inset = alert ? 8.0 : 0.0;
    for (const QString &line : font.lines(text, kInner - inset)) {
        (void)makeRoom(font.lineHeight());
        if (alert && mPainter != nullptr) {
            mPainter->fillRect(QRectF(kSide, mTop, 3.0, font.lineHeight()), kAlert);
        }
        draw(font,
             QRectF(kSide + inset, mTop, kInner - inset, font.lineHeight()),
             alert ? kAlert : QColor(Qt::black),
             line);
        mTop += font.lineHeight();
    }
    mTop += 4.0;
}

FolderPages::Cells FolderPages::cellsOf(const QStringList &texts,
                                        const QList<double> &shares,
                                        const PaperText &text,
                                        qreal left,
                                        qreal width)
{
    Cells cells;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const qreal wide = width * shares.value(i);
        cells.left.append(left);
        cells.width.append(wide - kPad);
        cells.lines.append(text.lines(texts.at(i), wide - kPad));
        left += wide;
    }
    return cells;
}

/** A row may be longer than a page: then it goes on, line by line, on the next one. */
void FolderPages::layRow(const Cells &cells, const PaperText &text, const QColor &ink, bool shaded)
{
    qsizetype most = 0;
    for (const QStringList &lines : cells.lines) {
        most = std::max(most, lines.size());
    }
    const qreal line = text.lineHeight();
    const qreal all = static_cast<qreal>(most) * line;
    if (all < kLast - kFirst) {
        (void)makeRoom(all);
    }
    for (qsizetype i = 0; i < most; ++i) {
        (void)makeRoom(line);
        if (shaded && mPainter != nullptr) {
            mPainter->fillRect(QRectF(kSide, mTop, kInner, line), kShade);
        }
        for (qsizetype cell = 0; cell < cells.lines.size(); ++cell) {
            draw(text,
                 QRectF(cells.left.at(cell), mTop, cells.width.at(cell), line),
                 ink,
                 cells.lines.at(cell).value(i));
        }
        mTop += line;
    }
    mTop += 2.0;
}

void FolderPages::layFacts(const QList<Line> &lines, qreal left, qreal width)
{
    const PaperText font(kText);
    const auto &wanted = width < kInner ? kNarrowShares : kFactShares;
    const QList<double> shares(wanted.begin(), wanted.end());
    for (const Line &line : lines) {
        layRow(cellsOf({line.label, line.value}, shares, font, left, width),
               font,
               line.alert ? kAlert : QColor(Qt::black),
               false);
    }
}

void FolderPages::layTable(const FolderBlock &block)
{
    const PaperText head(kSmall, true);
    const PaperText font(kSmall);
    for (qsizetype row = 0; row < block.rows.size(); ++row) {
        const PaperText &text = row == 0 ? head : font;
        const bool isAlert = block.alertRows.contains(static_cast<int>(row));
        layRow(cellsOf(block.rows.at(row), block.shares, text, kSide, kInner),
               text,
               isAlert ? kAlert : QColor(Qt::black),
               row == 0);
        if (mPainter != nullptr && row > 0) {
            mPainter->setPen(QPen(QColor(0xc0, 0xc0, 0xc0), 0.3));
            mPainter->drawLine(QPointF(kSide, mTop - 1.0), QPointF(kWidth - kSide, mTop - 1.0));
        }
    }
    mTop += 4.0;
}

void FolderPages::layPlan()
{
    (void)makeRoom(kPlanHeight);
    if (mPainter != nullptr) {
        paintCasePlan(*mPainter,
                      QRectF(kSide, mTop, kInner, kPlanHeight),
                      mFolder.surroundings,
                      mFolder.level,
                      mFolder.attribution);
    }
    mTop += kPlanHeight + 6.0;
}

void FolderPages::layPicture(const FolderBlock &block)
{
    const PaperText head(kText, true);
    (void)makeRoom(head.lineHeight() + kPictureHeight);
    for (const QString &line : head.lines(block.text, kInner)) {
        draw(head, QRectF(kSide, mTop, kInner, head.lineHeight()), Qt::black, line);
        mTop += head.lineHeight();
    }
    const qreal top = mTop + 2.0;
    const int page = mPage;
    const bool mayShow =
        block.file >= 0 && mFolder.files.at(block.file).mediaType.startsWith("image/"_L1);
    if (!mayShow) {
        mTop = top;
        layFacts(block.lines, kSide, kInner);
        mTop += 6.0;
        return;
    }
    qreal high = kPictureHeight;
    if (mPainter != nullptr) {
        const QRectF box(kSide, top, kPictureWidth, kPictureHeight);
        const QImage picture = pictureOf(mFolder.files.at(block.file));
        if (picture.isNull()) {
            mPainter->setPen(QPen(kAlert, 0.6));
            mPainter->drawRect(box);
            PaperText(kText).draw(*mPainter,
                                  box.adjusted(8, 8, -8, -8),
                                  Qt::AlignCenter | Qt::TextWordWrap,
                                  Words::tr("This picture cannot be shown; its file is in the "
                                            "folder as it is."));
        } else {
            const QSizeF size = QSizeF(picture.size()).scaled(box.size(), Qt::KeepAspectRatio);
            mPainter->drawImage(QRectF(box.topLeft(), size), picture);
        }
    }
    mTop = top;
    layFacts(block.lines, kSide + kPictureWidth + 12.0, kInner - kPictureWidth - 12.0);
    // Lines that went on to the next page leave the picture behind.
    mTop = mPage == page ? std::max(mTop, top + high) + 8.0 : mTop + 8.0;
}

QByteArray metadataOf(const CaseFolder &folder)
{
    const QString text =
        u"<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>"
        "<dc:creator><rdf:Seq><rdf:li>%2</rdf:li></rdf:Seq></dc:creator>"
        "<xmp:CreateDate>%3</xmp:CreateDate><xmp:CreatorTool>Gridward</xmp:CreatorTool>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end='w'?>"_s;
    return text
        .arg(folder.title.toHtmlEscaped(),
             folder.author.toHtmlEscaped(),
             folder.made.toString(Qt::ISODate))
        .toUtf8();
}

bool print(const CaseFolder &folder, QIODevice &device, int &pages)
{
    pages = FolderPages(folder, nullptr, nullptr, 0).layOut();
    QPdfWriter writer(&device);
    writer.setResolution(kResolution);
    writer.setTitle(folder.title);
    writer.setCreator(u"Gridward"_s);
    writer.setDocumentXmpMetadata(metadataOf(folder));
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    for (const FolderFile &file : folder.files) {
        writer.addFileAttachment(file.name, file.content, file.mediaType);
    }
    QPainter painter;
    if (!painter.begin(&writer)) {
        return false;
    }
    painter.scale(writer.width() / kWidth, writer.height() / kHeight);
    const bool isWhole = FolderPages(folder, &writer, &painter, pages).layOut() == pages;
    return painter.end() && isWhole;
}

} // namespace

Result<WrittenFolder> writeCaseFolder(const CaseFolder &folder, const QString &path)
{
    WrittenFolder written;
    written.replaced = QFileInfo::exists(path);
    written.files = static_cast<int>(folder.files.size());
    QSaveFile file(path);
    const bool isDone =
        file.open(QIODevice::WriteOnly) && print(folder, file, written.pages) && file.commit();
    if (!isDone) {
        return Error{ErrorCode::Unreadable,
                     Words::tr("“%1” cannot be written: %2. Choose another folder, or make room "
                               "on the disk.")
                         .arg(QDir::toNativeSeparators(path), file.errorString()),
                     {}};
    }
    return written;
}

} // namespace gridward
