// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopkeyring.h"

#include <QLoggingCategory>
#include <QPromise>
#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

Q_LOGGING_CATEGORY(keyringLog, "gridward.app.keyring")

const QString kService = u"org.gridward.Gridward"_s;

/** Runs the job; it deletes itself. Entries that are not there are no error. */
template <typename T, typename J, typename Take>
QFuture<Result<T>> run(J *job, const QString &key, Take take)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    QFuture<Result<T>> future = promise->future();
    promise->start();
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, take](QKeychain::Job *done) {
        if (done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound) {
            promise->addResult(Result<T>(take(static_cast<J *>(done))));
        } else {
            promise->addResult(Result<T>(
                Error{ErrorCode::Unreachable,
                      DesktopKeyring::tr("The keyring of this desktop does not answer; nothing is "
                                         "remembered. You will be asked for the password."),
                      done->errorString()}));
        }
        promise->finish();
    });
    job->start();
    return future;
}

} // namespace

void DesktopKeyring::look()
{
    if (std::exchange(mLooks, true)) {
        return;
    }
    read(u"probe"_s).then(this, [this](const Result<Secret> &answer) {
        mLooks = false;
        mIsThere = answer.isOk();
        if (!answer) {
            qCInfo(keyringLog).noquote() << "no keyring:" << answer.error().detail;
        }
        emit foundOut();
    });
}

QFuture<Result<Secret>> DesktopKeyring::read(const QString &key)
{
    return run<Secret>(
        new QKeychain::ReadPasswordJob(kService), key, [](QKeychain::ReadPasswordJob *job) {
            QByteArray bytes = job->binaryData();
            const Secret secret(bytes);
            bytes.fill('\0');
            return secret;
        });
}

QFuture<Result<bool>> DesktopKeyring::write(const QString &key, const Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(kService);
    job->setBinaryData(secret.bytes().toByteArray());
    return run<bool>(job, key, [](QKeychain::WritePasswordJob *) { return true; });
}

QFuture<Result<bool>> DesktopKeyring::remove(const QString &key)
{
    return run<bool>(new QKeychain::DeletePasswordJob(kService),
                     key,
                     [](QKeychain::DeletePasswordJob *) { return true; });
}

} // namespace gridward
