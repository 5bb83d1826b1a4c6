// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/mapnotice.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gridward {

MapNotice::MapNotice(QWidget *parent)
    : QFrame(parent)
    , mTitle(new QLabel)
    , mText(new QLabel)
    , mAction(new QPushButton)
{
    setObjectName(u"mapNotice"_s);
    mTitle->setObjectName(u"mapNoticeTitle"_s);
    mText->setObjectName(u"mapNoticeText"_s);
    mAction->setObjectName(u"mapNoticeAction"_s);
    mText->setWordWrap(true);
    mTitle->setAlignment(Qt::AlignCenter);
    mText->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addWidget(mTitle);
    layout->addWidget(mText);
    layout->addWidget(mAction, 0, Qt::AlignHCenter);
    connect(mAction, &QPushButton::clicked, this, &MapNotice::actionTriggered);
    hide();
}

void MapNotice::tell(const QString &title, const QString &text, const QString &actionText)
{
    mTitle->setText(title);
    mText->setText(text);
    mText->setVisible(!text.isEmpty());
    mAction->setText(actionText);
    mAction->setVisible(!actionText.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    show();
    place();
}

void MapNotice::place()
{
    const int width = std::clamp(parentWidget()->width() - 64, 160, 440);
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : layout()->totalSizeHint().height();
    setGeometry((parentWidget()->width() - width) / 2,
                (parentWidget()->height() - height) / 2,
                width,
                height);
    raise();
}

} // namespace gridward
