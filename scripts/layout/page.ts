/** The page a picture is laid out for. Figures in px. */
export const pageWidth = 1240
/** Around the picture. */
export const pageMargin = 20
