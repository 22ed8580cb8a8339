# Reads a folder that juncture wrote with --out, checks it, and draws two figures.
#
#   juncture compare kazakhstan-2022 baseline no_troops --out data
#   Rscript docs/read-results.R data street
#
# The second word is the region of the chart to look at (default: the first). Base R and its recommended package
# survival are enough. Tables in Parquet (--format parquet) are read by arrow::read_parquet in place of read.csv.

words <- commandArgs(trailingOnly = TRUE)
folder <- if (length(words) > 0) words[1] else "data"
table <- function(name) read.csv(file.path(folder, paste0(name, ".csv")))

runs <- table("runs")
spells <- table("spells")
points <- table("points")
estimates <- table("estimates")

# --- Is everything there? -----------------------------------------------------------------------------------------
manifest <- paste(readLines(file.path(folder, "manifest.json")), collapse = "\n")
done <- as.numeric(sub('.*"runs_done": ([0-9]+).*', "\\1", manifest))
stopifnot(nrow(runs) == done * nrow(points))

# --- The shares of outcomes, counted again ------------------------------------------------------------------------
shares <- estimates[estimates$kind == "share", ]
shares$point <- if ("point" %in% names(shares)) shares$point else
  if ("side" %in% names(shares)) points$point[match(shares$side, points$name)] else 0
whole <- runs[runs$status == "completed", ]
shares$counted <- mapply(function(point, id) sum(whole$point == point & whole$outcome == id), shares$point, shares$id)
stopifnot(shares$counted == round(shares$value * shares$n))
cat(sprintf("%d runs at each of %d points; all %d shares are as counted here.\n", done, nrow(points), nrow(shares)))

# --- Where the runs are, day by day: Aalen and Johansen's estimator -------------------------------------------------
# A spell says: from day `start` to day `stop` the run was in `from`, then (status 1) went to `to`, or (status 0) was
# seen no longer. That is what survival takes: the event is the stage entered, "censored" being the first level.
library(survival)
region <- if (length(words) > 1) words[2] else spells$region[1]
own <- spells[spells$region == region, ]
own$point <- runs$point[match(own$id, runs$id)]
own$event <- ifelse(own$status == 1, own$to, "censored")
stages <- unique(c(own$from, own$to[own$status == 1]))
own$event <- factor(own$event, levels = c("censored", stages))

occupation <- lapply(points$point, function(point) {
  fit <- survfit(Surv(start, stop, event) ~ 1, data = own[own$point == point, ], id = id, istate = from, se.fit = FALSE)
  data.frame(point = point, day = rep(fit$time, length(fit$states)),
             stage = rep(fit$states, each = length(fit$time)), share = as.vector(fit$pstate))
})
occupation <- do.call(rbind, occupation)
last <- occupation[occupation$day == max(occupation$day) & occupation$point == points$point[1], ]
cat(sprintf("Region %s on day %g, at point %s:\n", region, max(occupation$day), points$name[1]))
print(last[order(-last$share), c("stage", "share")], row.names = FALSE)
if (length(words) > 2) write.csv(occupation, words[3], row.names = FALSE, quote = FALSE)

# For mstate, a row for each stage that could have come next, of which one did at most:
#   ways <- unique(own[own$status == 1, c("from", "to")])
#   long <- merge(own[c("id", "from", "start", "stop", "event")], ways)
#   long$status <- as.integer(long$event == long$to)

# --- Two figures ----------------------------------------------------------------------------------------------------
pdf("results.pdf", width = 7, height = 5)
first <- shares[shares$point == points$point[1], ]
first <- first[order(first$value), ]
par(mar = c(4, 12, 2, 1))
dotchart(first$value, labels = first$id, xlim = c(0, max(first$high)), pch = 19,
         xlab = "share of runs, with 95 % interval", main = points$name[1])
segments(first$low, seq_along(first$value), first$high, seq_along(first$value))

days <- sort(unique(occupation$day))
at <- occupation[occupation$point == points$point[1], ]
wide <- sapply(stages, function(stage) at$share[at$stage == stage][findInterval(days, at$day[at$stage == stage])])
par(mar = c(4, 4, 2, 1))
colours <- hcl.colors(length(stages), "Dark 3")
lines <- rep(1:3, length.out = length(stages))
matplot(days, wide, type = "s", lty = lines, col = colours, lwd = 2, xlab = "day", ylab = "share of runs", main = region, ylim = c(0, 1))
legend("topright", stages, col = colours, lty = lines, lwd = 2, bty = "n", cex = 0.7)
invisible(dev.off())
cat("Drew results.pdf.\n")
