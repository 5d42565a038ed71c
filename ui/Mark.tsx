/** The product's mark: start, path, and a place to stay. */
export function Mark({ size = 14 }: { size?: number }) {
  return (
    <svg className="tn-mark" width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden>
      <circle cx="4" cy="15" r="2.6" fill="currentColor" />
      <path d="M6.6 15h1.2a3 3 0 0 0 3-3V9.6" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="13" cy="6.4" r="4.6" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="13" cy="6.4" r="1.9" fill="currentColor" />
    </svg>
  )
}
