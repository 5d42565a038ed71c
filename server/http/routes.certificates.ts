/** Certificates of deletion, for anybody who has a number: as a page, signed JSON and PDF. And the key to check them with. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Certificate } from '../records/certificates/certificates.ts'
import type { CertificateDocument } from '../services/certificate/issue-certificate.ts'
import { textPdf } from '../pdf/text-pdf.ts'
import { sendHtml } from './headers.ts'
import { certificateLines, certificatePage, noCertificatePage } from './pages/certificate.ts'
import type { HttpPorts } from './ports.ts'

const asked = /^(TNC-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})(\.json|\.pdf)?$/

export function certificateRoutes(app: FastifyInstance, ports: HttpPorts): void {
  const { certificates, certificateKey: key, publicUrl } = ports
  app.get('/.well-known/jwks.json', (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send({ keys: [key.jwk] }),
  )

  app.get<{ Params: { file: string } }>('/certificates/:file', async ({ params }, reply) => {
    const [, number, ending] =
      asked.exec(params.file.toUpperCase().replace(/\.(JSON|PDF)$/, (end) => end.toLowerCase())) ?? []
    const certificate = number === undefined ? null : await certificates.find(number)
    if (!certificate) return sendHtml(reply.status(404), noCertificatePage())
    if (ending === '.json') return reply.send(signedJson(certificate, publicUrl))
    const document = JSON.parse(certificate.document) as CertificateDocument
    if (ending === '.pdf') return sendPdf(reply, document, publicUrl)
    const isGenuine = key.verify(certificate.signature, certificate.document)
    return sendHtml(reply, certificatePage(document, isGenuine))
  })
}

/** The JWS is over exactly the text in `document`; its parts can be checked with any library. */
const signedJson = ({ document, signature }: Certificate, publicUrl: string) => ({
  certificate: JSON.parse(document) as CertificateDocument,
  document,
  signature,
  keys: `${publicUrl}/.well-known/jwks.json`,
})

const sendPdf = (reply: FastifyReply, document: CertificateDocument, publicUrl: string) =>
  reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; filename="${document.number}.pdf"`)
    .send(textPdf(certificateLines(document, publicUrl)))
