// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepage/chainlog.h"

#include "models/view/dossierwords.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

QLabel *label(const QString &text, const QString &name)
{
    auto *made = new QLabel(text);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setIndent(0);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

} // namespace

ChainLog::ChainLog(QWidget *parent)
    : QWidget(parent)
    , mSaid(label({}, u"caseNotice"_s))
    , mHead(label({}, u"chainHead"_s))
{
    setObjectName(u"chainLog"_s);
    mHead->setWordWrap(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(mSaid);
    layout->addWidget(mHead);
    clear();
}

void ChainLog::clear()
{
    delete mBox;
    mBox = new QWidget;
    auto *grid = new QGridLayout(mBox);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, mBox);
    mSaid->clear();
    mHead->clear();
}

void ChainLog::setDossier(const CaseDossier &dossier)
{
    clear();
    const dossier_words::Line chain = dossier_words::chainLine(dossier);
    mSaid->setText(chain.value);
    mSaid->setProperty("level", chain.alert ? u"error"_s : u"success"_s);
    mSaid->style()->unpolish(mSaid); // a style sheet looks at a property only when told to
    mSaid->style()->polish(mSaid);
    mHead->setText(tr("Head: %1").arg(QString::fromLatin1(dossier.chain.head.toHex().left(32))) +
                   u'…');
    mHead->setToolTip(QString::fromLatin1(dossier.chain.head.toHex()));
    auto *grid = static_cast<QGridLayout *>(mBox->layout());
    int at = 0;
    for (const dossier_words::LogRow &row : dossier_words::logRows(dossier)) {
        QLabel *time = label(row.time, u"eventActor"_s);
        time->setWordWrap(false);
        time->setToolTip(tr("Step %1").arg(row.sequence));
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        QLabel *step = label(u"%1  %2"_s.arg(row.sequence).arg(row.step), u"eventAction"_s);
        step->setAccessibleName(tr("Step %1: %2, %3").arg(row.sequence).arg(row.step, row.who));
        words->addWidget(step);
        words->addWidget(label(u"%1 · %2"_s.arg(row.who, row.state), u"eventActor"_s));
        if (!row.note.isEmpty()) {
            words->addWidget(label(row.note, u"eventNote"_s));
        }
        QLabel *hash = label(row.holds ? u"✓ "_s + row.hash
                                       : u"✗ "_s + row.hash + u'\n' + tr("does not follow"),
                             row.holds ? u"eventActor"_s : u"caseNotice"_s);
        hash->setWordWrap(false);
        if (!row.holds) {
            hash->setProperty("level", u"error"_s);
        }
        hash->setToolTip(row.holds ? tr("Follows from the step before")
                                   : tr("This step is not what it was when it was written"));
        grid->addWidget(time, at, 0, Qt::AlignTop);
        grid->addLayout(words, at, 1);
        grid->addWidget(hash, at, 2, Qt::AlignTop | Qt::AlignRight);
        ++at;
    }
}

} // namespace gridward
