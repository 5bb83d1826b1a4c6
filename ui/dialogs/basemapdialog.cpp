// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/basemapdialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

constexpr int kHintWidth = 400;

QLabel *hint()
{
    auto *label = new QLabel;
    label->setProperty("muted", true);
    label->setMinimumWidth(kHintWidth);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void addField(QFormLayout &form, QWidget *field)
{
    auto *label = new QLabel;
    label->setBuddy(field);
    form.addRow(label, field);
}

/** A form layout does not ask wrapped words for their height. */
void setHint(QLabel &label, const QString &text)
{
    label.setText(text);
    label.ensurePolished();
    label.setMinimumHeight(label.heightForWidth(kHintWidth));
}

QLabel *labelOf(const QFormLayout &form, QWidget *field)
{
    return qobject_cast<QLabel *>(form.labelForField(field));
}

} // namespace

BaseMapDialog::BaseMapDialog(QWidget *parent)
    : QDialog(parent)
    , mForm(new QFormLayout)
    , mHeading(new QLabel)
    , mName(new QLineEdit)
    , mUrl(new QLineEdit)
    , mUrlHint(hint())
    , mAttribution(new QLineEdit)
    , mGcj02(new QCheckBox)
    , mGcj02Hint(hint())
    , mButtons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setObjectName(u"baseMapDialog"_s);
    mHeading->setObjectName(u"dialogHeading"_s);
    mName->setObjectName(u"baseMapName"_s);
    mUrl->setObjectName(u"baseMapUrl"_s);
    mAttribution->setObjectName(u"baseMapAttribution"_s);
    mGcj02->setObjectName(u"baseMapGcj02"_s);
    mForm->setVerticalSpacing(8);
    mForm->setHorizontalSpacing(16);
    addField(*mForm, mName);
    addField(*mForm, mUrl);
    mForm->addRow(nullptr, mUrlHint);
    addField(*mForm, mAttribution);
    mForm->addRow(nullptr, mGcj02);
    mForm->addRow(nullptr, mGcj02Hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(mHeading);
    layout->addLayout(mForm);
    layout->addStretch(1);
    layout->addWidget(mButtons);
    setMinimumWidth(520);

    connect(mButtons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(mButtons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { emit ordered(order()); });
    connect(mName, &QLineEdit::textChanged, this, &BaseMapDialog::check);
    connect(mUrl, &QLineEdit::textChanged, this, &BaseMapDialog::check);
    retranslate();
    check();
}

BaseMapOrder BaseMapDialog::order() const
{
    return {mName->text().simplified(),
            mUrl->text().trimmed(),
            mAttribution->text().simplified(),
            mGcj02->isChecked()};
}

void BaseMapDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void BaseMapDialog::retranslate()
{
    setWindowTitle(tr("Add base map"));
    mHeading->setText(tr("Add base map"));
    labelOf(*mForm, mName)->setText(tr("Name"));
    labelOf(*mForm, mUrl)->setText(tr("Address"));
    labelOf(*mForm, mAttribution)->setText(tr("Attribution"));
    mUrl->setPlaceholderText(u"https://…/{z}/{x}/{y}.png"_s);
    setHint(*mUrlHint, tr("Tiles with {x}, {y} and {z}, or the address of a WMTS or WMS service."));
    mAttribution->setPlaceholderText(tr("Who must be named on the map"));
    mGcj02->setText(tr("Its positions are GCJ-02"));
    setHint(
        *mGcj02Hint,
        tr("Public web maps in China are mostly drawn in GCJ-02, some hundred metres off. With "
           "this tick the map is shifted back where that is exact enough, and refused where it is "
           "not. Nothing in the store changes."));
    mButtons->button(QDialogButtonBox::Ok)->setText(tr("Add"));
    mButtons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

void BaseMapDialog::check()
{
    const BaseMapOrder wanted = order();
    const QString scheme = QUrl(wanted.url).scheme();
    mButtons->button(QDialogButtonBox::Ok)
        ->setEnabled(!wanted.name.isEmpty() &&
                     (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "file"_L1));
}

} // namespace gridward
