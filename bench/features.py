"""What Chromium leaves out when it is measured or tested: pages of its own beside ours."""

OFF = (
    "WebUIOmniboxAimPopup",  # a page of its address bar in each window: half a second of processor
    "WebUIOmniboxPopup",
    # The last list counts, so what Playwright leaves out stands here again.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
)
