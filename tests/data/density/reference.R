# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript reference.R FOLDER OUT: reads points.csv and window.csv in FOLDER, writes what spatstat
# makes of them to OUT: at-points.csv, pixels.csv, bandwidths.csv, loglikelihood.csv, adaptive.csv.
suppressMessages(library(spatstat.explore))
folders <- commandArgs(trailingOnly = TRUE)
stopifnot(length(folders) == 2)
points <- read.csv(file.path(folders[1], "points.csv"))
corners <- as.data.frame(lapply(read.csv(file.path(folders[1], "window.csv")), as.numeric))
# owin wants its corners against the clock.
turn <- sum(corners$e * c(corners$n[-1], corners$n[1]) - corners$n * c(corners$e[-1], corners$e[1]))
if (turn < 0) corners <- corners[nrow(corners):1, ]
window <- owin(poly = list(x = corners$e, y = corners$n))
X <- ppp(points$e, points$n, window = window, checkdup = FALSE)
stopifnot(npoints(X) == nrow(points)) # all are inside
save <- function(table, name, digits) {
  numbers <- as.data.frame(lapply(table, function(column)
    if (is.numeric(column)) formatC(column, digits = digits, format = "g", width = -1) else column),
    optional = TRUE)
  write.csv(numbers, file.path(folders[2], name), row.names = FALSE, quote = FALSE)
}
kernels <- c("gaussian", "epanechnikov", "quartic", "disc")
# The support of the disc is 302.6 m: no two points at whole metres are that far apart, so that
# it does not matter who counts the very edge.
sigma <- 151.3

# At the points. A Gaussian is cut at 8 sigma unless told otherwise; 100 sigma is beyond all points.
atPoints <- list(e = points$e, n = points$n)
for (kernel in kernels) {
  for (weighted in c(FALSE, TRUE)) {
    cutoff <- if (kernel == "gaussian") 100 else NULL
    atPoints[[paste0(kernel, if (weighted) ".weighted" else "")]] <- as.numeric(
      density.ppp(X, sigma = sigma, kernel = kernel, at = "points", leaveoneout = FALSE,
                  edge = FALSE, weights = if (weighted) points$weight else NULL, cutoff = cutoff))
  }
}
atPoints[["gaussian.cut"]] <- as.numeric(
  density.ppp(X, sigma = sigma, at = "points", leaveoneout = FALSE, edge = FALSE))
save(atPoints, "at-points.csv", 17)

# Pixels: points are moved to the centres of pixels, the sum is a discrete Fourier transform. There
# are 1024 each way because R is quick with powers of two: they are a 39th of sigma, or smaller.
pixelsEachWay <- 1024
stopifnot(max(diff(window$xrange), diff(window$yrange)) / pixelsEachWay < sigma / 35)
images <- list()
for (kernel in kernels) {
  images[[paste0(kernel, ".none")]] <- density.ppp(X, sigma, kernel = kernel, dimyx = pixelsEachWay, edge = FALSE)
  images[[paste0(kernel, ".uniform")]] <- density.ppp(X, sigma, kernel = kernel, dimyx = pixelsEachWay, edge = TRUE)
  images[[paste0(kernel, ".diggle")]] <-
    density.ppp(X, sigma, kernel = kernel, dimyx = pixelsEachWay, edge = TRUE, diggle = TRUE)
}
first <- images[[1]]
every <- 44 # pixels
rows <- seq(every %/% 2, first$dim[1], by = every)
columns <- seq(every %/% 2, first$dim[2], by = every)
place <- expand.grid(column = columns, row = rows)
inside <- !is.na(first$v[cbind(place$row, place$column)])
place <- place[inside, ]
pixels <- list(e = first$xcol[place$column], n = first$yrow[place$row])
for (name in names(images)) {
  image <- images[[name]]
  stopifnot(identical(dim(image$v), dim(first$v)))
  pixels[[name]] <- image$v[cbind(place$row, place$column)]
}
save(pixels, "pixels.csv", 9)

# Bandwidths, all of them standard deviations of a Gaussian.
scott <- bw.scott(X)
grid <- exp(seq(log(20), log(1000), length.out = 30))
short <- bw.ppl(X, sigma = grid, shortcut = TRUE, edge = FALSE)
corrected <- bw.ppl(X, sigma = grid, shortcut = FALSE, edge = TRUE, dimyx = 256)
save(list(name = c("scott.e", "scott.n", "scott.isotropic", "ppl.shortcut.noedge", "ppl.edge"),
          sigma = c(scott[[1]], scott[[2]], bw.scott(X, isotropic = TRUE)[[1]],
                    as.numeric(short), as.numeric(corrected))),
     "bandwidths.csv", 17)
# The sum of the logarithms of the densities without each point itself; spatstat cuts its Gaussians
# at 8 sigma or twice the greatest distance to a neighbour, whatever is more.
likelihood <- sapply(grid, function(one)
  sum(log(density.ppp(X, sigma = one, at = "points", leaveoneout = TRUE, edge = FALSE, cutoff = 100))))
save(list(sigma = grid, loglikelihood = likelihood), "loglikelihood.csv", 17)
# Abramson: the pilot is a pixel image without and with edge correction; trimmed at 5.
save(list(e = points$e, n = points$n,
          noedge = as.numeric(bw.abram(X, h0 = sigma, at = "points", dimyx = pixelsEachWay, edge = FALSE)),
          edge = as.numeric(bw.abram(X, h0 = sigma, at = "points", dimyx = pixelsEachWay, edge = TRUE))),
     "adaptive.csv", 9)
